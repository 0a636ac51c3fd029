/**
 * The code of the character at `at`; 0 before the beginning and behind the end. Reading out there itself has V8 look up
 * every character of that place the slow way from then on.
 */
export const codeAt = (text: string, at: number): number => (at >= 0 && at < text.length ? text.charCodeAt(at) : 0);
