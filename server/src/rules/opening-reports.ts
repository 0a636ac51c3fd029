import type { Draft, Opening, Paragraph } from '../structure/model';
import { lexiconOf } from '../structure/words';
import type { Range } from '../text/range';
import { forms } from './forms';
import { misspelt, sameVerb } from './likely-phrase';
import type { Fix, Report } from './rule';

/** How far into a paragraph its first words are looked for. */
const LEAD = 80;

/** A word in the source, and where it stands. */
interface Word {
  readonly text: string;
  readonly range: Range;
}

/** The first word of an opening that is no "Also", "Further" or "Strongly". */
function verbOf({ text, language }: Draft, { range }: Opening): Word | null {
  const { repetition, intensity } = lexiconOf(language);
  const passed = new Set([...repetition.flat(), ...intensity]);
  for (const found of text.slice(range.start, range.start + LEAD).matchAll(/[\p{L}’'-]+/gu)) {
    const start = range.start + found.index;
    if (!passed.has(found[0].toLowerCase())) return { text: found[0], range: { start, end: start + found[0].length } };
  }
  return null;
}

/** "Recaling" for "Recalling". */
export function misspelling(draft: Draft, { opening, part }: Paragraph): Report | null {
  const word = opening && verbOf(draft, opening);
  const wanted = word && misspelt(draft.language, part, word.text);
  if (!word || !wanted) return null;
  return {
    range: word.range,
    message: `No paragraph is known to open with “${word.text}”. Is it “${wanted}”?`,
    milder: draft.language === 'en' ? 0 : 2,
    fixes: () => [writing(word, wanted)],
  };
}

/** The mend that writes `wanted` for `word`, in the capitals of `word`. */
function writing({ text, range }: Word, wanted: string): Fix {
  const isCapitals = text.length > 1 && text === text.toUpperCase();
  const isSmall = text === text.toLowerCase();
  const newText = isCapitals ? wanted.toUpperCase() : isSmall ? wanted.toLowerCase() : wanted;
  return { title: `Write “${newText}”`, edits: [{ range, newText }], preferred: true };
}

/** "2. Request the secretariat" among verbs in the singular. */
export function inPlural(draft: Draft, opening: Opening): Report {
  const word = verbOf(draft, opening);
  const wanted = word && sameVerb(draft.language, 'operative', word.text);
  return {
    range: opening.range,
    message: `“${opening.text}” is in the plural, the other verbs are in the singular.${wanted ? ` Write “${wanted}”.` : ''}`,
    fixes: () => (word && wanted ? [writing(word, wanted)] : []),
  };
}

/** "2. Inviting parties to report;" */
export function withoutVerb(draft: Draft, opening: Opening): Report {
  const word = verbOf(draft, opening);
  const wanted = word && sameVerb(draft.language, 'operative', word.text);
  return {
    range: opening.range,
    message: `This operative paragraph opens with “${opening.text}” and comes to no verb.${wanted ? ` Is it “${wanted}”?` : ' Say what is done.'}`,
    fixes: () => (word && wanted ? [writing(word, wanted)] : []),
  };
}

/** "3. as well as the reports": a number before what goes on with the paragraph above (R8). */
export function goesOn({ text }: Draft, { opening, label }: Paragraph, before: Paragraph | undefined): Report {
  const { range } = opening as Opening;
  const gap = before && { start: before.range.end, end: range.start };
  const isPlain = gap !== undefined && /^\s*\d+\.?\s*$/.test(text.slice(gap.start, gap.end));
  return {
    range,
    message: `Paragraph ${label?.text} opens with no verb: it goes on with the paragraph before. Join them, or give it a verb.`,
    fixes: () =>
      gap && isPlain ? [{ title: 'Join it to the paragraph before', edits: [{ range: gap, newText: ' ' }] }] : [],
  };
}

/** A participle or a verb in -s that no list has is likely right. */
export function unknown(draft: Draft, { opening, part }: Paragraph): Report {
  const { text, range } = opening as Opening;
  const { participles, verbs, auxiliaries } = forms[draft.language];
  const next = /^[\s*]*(\p{Ll}{2,8})\b/u.exec(draft.text.slice(range.end, range.end + LEAD))?.[1] ?? '';
  const isForm =
    !auxiliaries.includes(next) &&
    (part === 'preamble' ? participles : verbs).some((ending) => text.toLowerCase().endsWith(ending));
  const kind = part === 'preamble' ? 'preambular' : 'operative';
  return {
    range,
    message: isForm
      ? `No ${kind} paragraph is known to open with “${text}”. Is there a more usual word?`
      : `No ${kind} paragraph is known to open with “${text}”. Open with ${part === 'preamble' ? 'a participle, such as “Recalling”' : 'a verb, such as “Requests”'}.`,
    milder: isForm ? 2 : 0,
  };
}
