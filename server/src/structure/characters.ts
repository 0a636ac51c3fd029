/** Character codes that readers look for. */
export const Code = {
  Tab: 9,
  Space: 32,
  Hash: 35,
  Star: 42,
  Comma: 44,
  Hyphen: 45,
  Slash: 47,
  Less: 60,
  Equals: 61,
  Greater: 62,
  OpenBracket: 91,
  Backslash: 92,
  CloseBracket: 93,
  Underscore: 95,
  Backtick: 96,
  Tilde: 126,
  NoBreakSpace: 0xa0,
  SoftHyphen: 0xad,
  NoBreakHyphen: 0x2011,
  NarrowNoBreakSpace: 0x202f,
  ByteOrderMark: 0xfeff,
} as const;

/** 1 for each character below 128 that needs a closer look. */
const SPECIAL = new Uint8Array(128);
for (const code of [Code.Tab, Code.Star, Code.Less, Code.OpenBracket, Code.Backslash, Code.Underscore, Code.Tilde]) {
  SPECIAL[code] = 1;
}

/** Whether a character needs a closer look; all others are copied as they are. */
export const isSpecial = (code: number): boolean => (code < 128 ? SPECIAL[code] === 1 : isSpecialBeyond(code));

const isSpecialBeyond = (code: number): boolean =>
  code === Code.NoBreakSpace ||
  code === Code.SoftHyphen ||
  code === Code.NoBreakHyphen ||
  code === Code.NarrowNoBreakSpace ||
  code === Code.ByteOrderMark;

export const isBlank = (code: number): boolean =>
  code === Code.Space || code === Code.Tab || code === Code.NoBreakSpace || code === Code.NarrowNoBreakSpace;

/** A mark that ends a clause; brackets and quotation marks may stand at either end of italics. */
export const isMark = (code: number): boolean => code === 44 || code === 46 || code === 58 || code === 59;

export const isWord = (code: number): boolean =>
  isDigit(code) || isCapital(code) || (code >= 97 && code <= 122) || code > 0xbf;

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** A capital of the Latin alphabet, without accents. */
export const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** A letter of the Latin alphabet, without accents. */
export const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || isCapital(code);
