import { sourceRange } from '../structure/blocks';
import type { Block, Draft, Language } from '../structure/model';
import { perLanguage } from '../structure/per-language';
import { lexiconOf, words } from '../structure/words';
import type { Range } from '../text/range';
import { addTo } from './grouped';
import { longFormBefore } from './long-form';
import { wordingOf } from './own-words';
import { usage } from './usage';

/** One place of an abbreviation. All ranges are in the source. */
export interface AbbreviationAt {
  readonly written: string;
  readonly range: Range;
  /** Where it stands in brackets behind the words it is short for, or before them. */
  readonly definition: Definition | null;
  /** Whether it stands in the preamble or the operative part, in the drafter's own words. */
  readonly isBody: boolean;
}

export interface Definition {
  /** The brackets with the blank before them. */
  readonly brackets: Range;
  /** The words it is short for; null where its letters do not tell where they begin. */
  readonly long: Range | null;
}

/** The abbreviations of a draft that are not known, in the order of the text, by their singular. */
export function abbreviationsOf(draft: Draft, isKnown: (word: string) => boolean): Map<string, AbbreviationAt[]> {
  const found = new Map<string, AbbreviationAt[]>();
  const openings = openingWords(draft.language);
  const isWord = (word: string) => isKnown(word) || openings.has(word.toLowerCase());
  for (const block of draft.blocks)
    if (CAPITALS.test(block.clean)) addAbbreviations(found, block, draft.language, isWord);
  return found;
}

/** What no abbreviation is without: a pattern that costs little. */
const CAPITALS = /[A-Z]{2}/;
const SHORT = /(?<![\p{L}\d/.&-])([A-Z]{2,8})(s?)(?![\p{L}\d/&$+-]|\.[\p{L}\d]| \d)/gu;
const ROMAN = /^[IVXLCDM]+$/;
const BODY: readonly Block['kind'][] = ['preambular', 'operative', 'item'];

function addAbbreviations(
  all: Map<string, AbbreviationAt[]>,
  block: Block,
  language: Language,
  isKnown: (word: string) => boolean,
): void {
  const { clean: text } = block;
  let isChecked = false;
  for (const { 0: written, 1: short = '', index } of text.matchAll(SHORT)) {
    const clean = { start: index, end: index + written.length };
    if (isKnown(short) || ROMAN.test(short) || isAmongCapitals(text, clean, isKnown)) continue;
    // a delegation's name before its proposal: "[EU: …]"
    if (text[index - 1] === '[' && text[clean.end] === ':') continue;
    // looks through all of the text, and most texts have known abbreviations alone
    if (!isChecked && isCapitals(text)) return;
    isChecked = true;
    const isBody = BODY.includes(block.kind) && wordingOf(block).isOwn(clean) && !isInName(text, clean);
    const definition = definitionAt(block, clean, short, language);
    addTo(all, short, { written, range: sourceRange(block, clean), definition, isBody });
  }
}

/** Words that stand in capitals at the beginning of a paragraph in some house styles: "INVITES FURTHER". */
const openingWords = perLanguage((language): ReadonlySet<string> => {
  const { root, repetition, intensity, attitude } = lexiconOf(language);
  const { common, joints, roman } = words[language];
  return new Set([
    ...root.next.keys(),
    ...repetition.flat(),
    ...intensity,
    ...attitude.flat(),
    ...common,
    ...joints,
    ...roman,
  ]);
});

/** Whether it is part of a name: "Open NAP initiative", "SAMOA Pathway". */
const isInName = (text: string, { start, end }: Range): boolean =>
  /^\)? \p{Lu}\p{Ll}/u.test(text.slice(end, end + 4)) ||
  /\p{Ll}[^.:;]* \p{Lu}\p{Ll}+ $/u.test(text.slice(Math.max(0, start - 60), start));

/** Whether most letters of a text are capitals: a title, a heading. */
function isCapitals(text: string): boolean {
  let more = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 97 && code <= 122) more--;
    else if (code >= 65 && code <= 90) more++;
    else if (code > 127) {
      const sign = String.fromCodePoint(text.codePointAt(i) as number);
      if (/\p{Lu}/u.test(sign)) more++;
      else if (/\p{Ll}/u.test(sign)) more--;
      i += sign.length - 1;
    }
  }
  return more > 0;
}

/** Whether a word in capitals stands beside that is no known abbreviation: "Ms. VAN DEN BERG". */
function isAmongCapitals(text: string, { start, end }: Range, isKnown: (word: string) => boolean): boolean {
  const before = /(?<!\p{L})(\p{Lu}{2,}) $/u.exec(text.slice(Math.max(0, start - 24), start))?.[1];
  const behind = /^ (\p{Lu}{2,})(?!\p{L})/u.exec(text.slice(end, end + 24))?.[1];
  return [before, behind].some((word) => word !== undefined && !isKnown(word));
}

/** What stands before an abbreviation in the brackets that define it. */
const openedIn = perLanguage((language) => {
  const leads = usage[language].hereinafter.join('|');
  return new RegExp(` ?\\((?:(?:${leads})[^()]{0,30} )?(?:the )?[“"‘']?$`);
});

/** "non-governmental organizations (NGOs)", "(hereinafter “NGOs”)", "NGOs (non-governmental organizations)" */
function definitionAt(block: Block, clean: Range, short: string, language: Language): Definition | null {
  const text = block.clean;
  const opened = openedIn(language).exec(text.slice(Math.max(0, clean.start - 50), clean.start));
  const closed = /^[”"’']?(?:[,;][^()]{0,40})?\)/.exec(text.slice(clean.end, clean.end + 50));
  if (opened && closed) {
    const brackets = { start: clean.start - opened[0].length, end: clean.end + closed[0].length };
    if (!/[\p{L}”"’*]$/u.test(text.slice(0, brackets.start))) return null;
    const long = longFormBefore(text, brackets.start, short);
    return { brackets: sourceRange(block, brackets), long: long && sourceRange(block, long) };
  }
  const behind = /^ \((\p{L})[^()]{6,120}\)/u.exec(text.slice(clean.end, clean.end + 130));
  if (!behind || behind[1]?.toUpperCase() !== short[0] || !behind[0].includes(' ', 2)) return null;
  return { brackets: sourceRange(block, { start: clean.end, end: clean.end + behind[0].length }), long: null };
}
