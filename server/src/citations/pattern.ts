import { romanOf, romanValue } from '../structure/numerals';
import { codeAt } from '../text/code-at';
import type { PartForm } from './forms';

/** The parts read from a text, as they go into an id: leading zeros dropped, roman numbers in capitals. */
export type Parts = Readonly<Record<string, string>>;

export interface Matched {
  readonly end: number;
  readonly parts: Parts;
}

type Element =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'part'; readonly name: string; readonly form: PartForm };

/** A pattern of a pack (see forms.ts), ready to read with. */
export interface Pattern {
  readonly source: string;
  readonly elements: readonly Element[];
  /** First character in small letters when the pattern begins with literal text, otherwise ''. */
  readonly first: string;
}

/** How many characters a part has at most. */
export const LONGEST = { integer: 5, roman: 10, letter: 1, word: 24 } as const;

/** Compiles a pattern. A part that `parts` does not describe is a whole number. */
export function pattern(source: string, parts: Readonly<Record<string, PartForm>> = {}): Pattern {
  const elements: Element[] = [];
  for (const piece of source.split(/(\{[^{}]*\}|(?<! ) +)/)) {
    if (piece === '') continue;
    if (piece.startsWith('{')) {
      const name = piece.slice(1, -1);
      elements.push({ kind: 'part', name, form: parts[name] ?? {} });
    } else if (piece.trim() === '') elements.push({ kind: 'blank' });
    else elements.push({ kind: 'literal', text: piece.toLowerCase() });
  }
  const first = elements[0];
  return { source, elements, first: first?.kind === 'literal' ? (first.text[0] as string) : '' };
}

/** Reads `pattern` at `at`; undefined when the text there is another. */
export function match({ elements, first }: Pattern, text: string, at: number): Matched | undefined {
  if (first !== '' && text[at]?.toLowerCase() !== first) return undefined;
  const parts: Record<string, string> = {};
  let i = at;
  let before = '';
  for (const element of elements) {
    if (element.kind === 'blank') while (text[i] === ' ') i++;
    else if (element.kind === 'literal') {
      if (!isWritten(element.text, text, i)) return undefined;
      i += element.text.length;
      before = element.text;
    } else {
      const stray = text[i] === ' ' && takesStray(before, element.form) ? 1 : 0;
      const read = readPart(element.form, text, i + stray);
      before = '';
      if (read === undefined) return undefined;
      if (read.value !== '') parts[element.name] = read.value;
      i = read.end;
    }
  }
  return { end: i, parts };
}

/** Whether `literal` stands at `at`. Word makes a dash of a hyphen, "MC–6/9"; between two numbers it is the sign of a range. */
export function isWritten(literal: string, text: string, at: number): boolean {
  for (let i = 0; i < literal.length; i++) {
    const code = codeAt(text, at + i);
    if (code > 127) return isWrittenOddly(literal, text.slice(at, at + literal.length).toLowerCase());
    const small = code >= 65 && code <= 90 ? code + 32 : code;
    if (small !== literal.charCodeAt(i)) return false;
  }
  return true;
}

const isWrittenOddly = (literal: string, written: string): boolean =>
  written === literal ||
  (literal.includes('-') && written.replace(/(?<=[a-z])[\u2010\u2012\u2013\u2212]/g, '-') === literal);

/** The end of a literal behind which one blank too many is passed over: "MC-6/ 9", "MC- 6/9". */
const TIGHT = /(?:\/|[a-z]-)$/;

/** Whether one blank too many may stand before a part, behind the literal `before`. */
export const takesStray = (before: string, { type = 'integer', optional }: PartForm): boolean =>
  !optional && (type === 'integer' || type === 'roman') && TIGHT.test(before);

function readPart(form: PartForm, text: string, at: number): { value: string; end: number } | undefined {
  const type = form.type ?? 'integer';
  const start = type === 'letter' && text[at] === ' ' ? at + 1 : at;
  let end = start;
  const last = start + LONGEST[type];
  while (end < last && isPartOf(type, codeAt(text, end))) end++;
  const value =
    end > start && !(type === 'letter' && goesOn(text, end)) ? numberOf(form, text.slice(start, end)) : undefined;
  if (value !== undefined) return { value, end };
  return form.optional ? { value: '', end: at } : undefined;
}

function numberOf(form: PartForm, read: string): string | undefined {
  const { min = 0, max = 99_999 } = form;
  if (form.type === 'letter' || form.type === 'word') return read;
  const number = form.type === 'roman' ? romanValue(read.toUpperCase()) : Number(read);
  if (number === undefined || number < min || number > max) return undefined;
  const roman = (form.as ?? form.type) === 'roman';
  return roman ? romanOf(number) : String(number).padStart(form.digits ?? 1, '0');
}

/** Whether a character may stand in a part of this type. */
export function isPartOf(type: NonNullable<PartForm['type']>, code: number): boolean {
  if (type === 'integer') return code >= 48 && code <= 57;
  if (type === 'letter') return code >= 65 && code <= 90;
  if (type === 'roman') return isRomanCode(code);
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Whether a word or number goes on at `at`, so that what was read before it is only its beginning. */
export function goesOn(text: string, at: number): boolean {
  const code = codeAt(text, at);
  if (isWordCode(code)) return true;
  if (code !== SLASH && code !== STOP && code !== HYPHEN) return false;
  // "Resolution 12.17/Annex" cites the resolution
  if (code === SLASH && /^ann?ex/i.test(text.slice(at + 1, at + 6))) return false;
  return isDigitCode(codeAt(text, at + 1)) || (code === SLASH && isWordCode(codeAt(text, at + 1)));
}

/** Whether a word may begin at `at`: the character before it belongs to none. */
export function mayBegin(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return !isWordCode(before) && before !== SLASH && before !== STOP && before !== HYPHEN;
}

const SLASH = 47;
const STOP = 46;
const HYPHEN = 45;

export const isDigitCode = (code: number): boolean => code >= 48 && code <= 57;

const romans = new Uint8Array(128);
for (const sign of 'IVXLCDM') romans[sign.charCodeAt(0)] = 1;
export const isRomanCode = (code: number): boolean => code < 128 && romans[code] === 1;

const plain = new Uint8Array(128);
for (let code = 0; code < 128; code++) plain[code] = /[\dA-Za-z]/.test(String.fromCharCode(code)) ? 1 : 0;
/** Whether a character belongs to a word: letters and digits. */
export const isWordCode = (code: number): boolean => (code < 128 ? plain[code] === 1 : code > 0xbf && !isSign(code));

/** Dashes, quotation marks and other signs beyond ASCII. */
const isSign = (code: number): boolean =>
  code === 0xd7 || code === 0xf7 || (code >= 0x2000 && code <= 0x2bff) || (code >= 0x3000 && code <= 0x303f);

/** `source` with its parts filled in; a part that was not read leaves nothing. */
export function fill(source: string, parts: Parts): string {
  const pieces = templates.get(source) ?? templateOf(source);
  let filled = pieces[0] as string;
  for (let i = 1; i < pieces.length; i += 2) filled += (parts[pieces[i] as string] ?? '') + pieces[i + 1];
  return filled;
}

/** Literal text and names of parts in turn, by what the packs write; each is filled many times. */
const templates = new Map<string, readonly string[]>();

function templateOf(source: string): readonly string[] {
  const pieces = source.split(/\{([^{}]*)\}/);
  templates.set(source, pieces);
  return pieces;
}

/** `source` filled in with plain numbers, roman ones too: a meeting's id. */
export function fillNumbers(source: string, parts: Parts): string {
  const pieces = templates.get(source) ?? templateOf(source);
  let filled = pieces[0] as string;
  for (let i = 1; i < pieces.length; i += 2) {
    const value = parts[pieces[i] as string];
    filled += (value === undefined ? '' : String(romanValue(value) ?? value)) + pieces[i + 1];
  }
  return filled;
}

/** The forms of the parts as they stand in an id. */
export const inId = (parts: Readonly<Record<string, PartForm>> = {}): Readonly<Record<string, PartForm>> =>
  Object.fromEntries(Object.entries(parts).map(([name, form]) => [name, form.as ? { ...form, type: form.as } : form]));

/** The end of the word that begins at `at`. */
export function wordEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && isWordCode(text.charCodeAt(end))) end++;
  return end;
}
