import { isLetter, isMark } from './characters';

const TERMINAL = /(?:[.;:,!?]["”’»)\]]{0,2}|(?:^|[ ,;])(?:and|or|et|ou|y|o))[\]*]{0,2}$/;
/** A mark and the number of a note: "lamps;12", "harbours.”3", "resolution 70/1,2"; "11.10", "CP.21" and "1,000" are none. */
const NOTED = /(?:[\p{Ll}"”’»)\]][.!?]["”’»)\]]{0,2}\d{1,3}|\D[;:,]["”’»)\]]{0,2}\d{1,3}|\d[;,]\d{1,2})[\])]{0,2}$/u;

/** Whether a paragraph may end like this: with a mark, a note number after it, or "and". */
export function isTerminated(clean: string): boolean {
  // most end in nothing but their mark
  if (isMark(clean.charCodeAt(clean.length - 1))) return true;
  const end = clean.slice(-24);
  return TERMINAL.test(end) || (/[\d\])]$/.test(end) && NOTED.test(end));
}

/** Whether a line begins in small letters, in brackets or quotation marks too: it goes on with the one above. */
export function startsSmall(clean: string): boolean {
  const code = clean.charCodeAt(0);
  // for a plain letter no pattern is needed
  if (isLetter(code)) return code >= 97;
  return SMALL.test(clean) && !LARGE.test(clean);
}

const SMALL = /^[\p{Ll}(“"]/u;
const LARGE = /^[(“"][\p{Lu}\d]/u;
