/**
 * The code of the character at `at`; 0 behind the end. Reading beyond the end itself has V8 look up every character of
 * that place the slow way from then on.
 */
export const codeAt = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : 0);
