import { Code, isCapital, isDigit, isLetter } from './characters';
import { type ReadLabel, readLabel } from './labels';
import { leadOf } from './lead';
import { openingAt } from './openings';
import type { Reading } from './reading';

/** "3 ", "[11bis ", "3 alt 1 ": a number without its stop. */
const STOPLESS = /^(?:\[ ?){0,3}\d{1,3}(?:\.? ?\p{Ll}{2,12}(?: \d{1,2})?)? (?=\[|\p{Lu})/u;
/** "Para 3 alt.", "OP 2 bis." */
const NAMED = /^(?:\[ ?){0,3}(\p{L}{1,14}\.?) ?(?=\d)/u;

/** The label of a line: as `readLabel` has it, without its stop before an operative verb, or with "Para" before it. */
export function lineLabel(clean: string, reading: Reading): ReadLabel | undefined {
  if (isProse(clean)) return undefined;
  return readLabel(clean, reading.words.insertions) ?? stopless(clean, reading) ?? named(clean, reading);
}

/** Whether a line begins with a word like "Recalling" that no number stands behind, as most do that have no label. */
function isProse(clean: string): boolean {
  if (!isCapital(clean.charCodeAt(0)) || isCapital(clean.charCodeAt(1)) || !isLetter(clean.charCodeAt(1))) return false;
  let at = 2;
  while (isLetter(clean.charCodeAt(at))) at++;
  const code = clean.charCodeAt(at);
  return code === Code.Space ? !isDigit(clean.charCodeAt(at + 1)) : code === Code.Comma || Number.isNaN(code);
}

/** "2 Invites parties", "3 Option 1: …" */
function stopless(clean: string, reading: Reading): ReadLabel | undefined {
  const number = STOPLESS.exec(clean.slice(0, 40))?.[0];
  if (number === undefined) return undefined;
  const { start, options } = leadOf(clean, number.length, reading);
  const counts = options.length > 0 || openingAt(reading.lexicon, clean, start)?.verb.part === 'operative';
  const label = counts ? readLabel(number.trimEnd(), reading.words.insertions) : undefined;
  return label && { ...label, end: number.length };
}

function named(clean: string, reading: Reading): ReadLabel | undefined {
  const found = NAMED.exec(clean.slice(0, 24));
  if (!found || !reading.words.paragraphs.includes((found[1] as string).toLowerCase())) return undefined;
  const shift = found[0].length;
  const label = readLabel(clean.slice(shift), reading.words.insertions);
  if (label?.style !== 'arabic' || label.suffix === null || label.shape === 'bare') return undefined;
  const at = { start: label.at.start + shift, end: label.at.end + shift };
  return { ...label, at, end: label.end + shift };
}
