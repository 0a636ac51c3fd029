/** Character codes that readers look for. */
export const Code = {
  Tab: 9,
  Space: 32,
  Hash: 35,
  Star: 42,
  Less: 60,
  Greater: 62,
  OpenBracket: 91,
  Backslash: 92,
  CloseBracket: 93,
  Underscore: 95,
  Tilde: 126,
  NoBreakSpace: 0xa0,
  SoftHyphen: 0xad,
  NoBreakHyphen: 0x2011,
  NarrowNoBreakSpace: 0x202f,
  ByteOrderMark: 0xfeff,
} as const;

const SPECIAL = new Set<number>([
  Code.Tab,
  Code.Star,
  Code.Less,
  Code.OpenBracket,
  Code.Backslash,
  Code.Underscore,
  Code.Tilde,
  Code.NoBreakSpace,
  Code.SoftHyphen,
  Code.NoBreakHyphen,
  Code.NarrowNoBreakSpace,
  Code.ByteOrderMark,
]);

/** Whether a character needs a closer look; all others are copied as they are. */
export const isSpecial = (code: number): boolean => !isPlainLetter(code) && SPECIAL.has(code);

/** Most characters are, and need no look into a set. */
const isPlainLetter = (code: number): boolean => (code >= 97 && code <= 122) || code === Code.Space;

export const isBlank = (code: number): boolean =>
  code === Code.Space || code === Code.Tab || code === Code.NoBreakSpace || code === Code.NarrowNoBreakSpace;

/** A mark that ends a clause; brackets and quotation marks may stand at either end of italics. */
export const isMark = (code: number): boolean => ',.:;'.includes(String.fromCharCode(code));

export const isWord = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 0xbf;
