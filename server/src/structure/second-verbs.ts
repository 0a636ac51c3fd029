import type { Range } from '../text/range';
import { type FoundOpening, isItalic, openingAt } from './openings';
import type { Reading } from './reading';

/** A second verb: "… and *further requests* the Secretariat". */
export interface SecondVerb extends FoundOpening {
  readonly italic: boolean;
}

const NONE: readonly SecondVerb[] = [];
const JOINT = /[,;]? (?:and|et|y)(?:, [\p{L} ]{4,24},)? (?=\p{Ll})/gu;

/**
 * The verbs behind the opening one that govern an object of their own (R24): a known phrase in small letters after
 * "and", with a determiner after it, so that nouns ("requests", "notes") and verbs of clauses are left alone.
 */
export function secondVerbs(
  clean: string,
  from: number,
  italics: readonly Range[],
  reading: Reading,
): readonly SecondVerb[] {
  let found: SecondVerb[] | undefined;
  const { determiners } = reading.words;
  JOINT.lastIndex = from;
  for (let joint = JOINT.exec(clean); joint !== null; joint = JOINT.exec(clean)) {
    const at = joint.index + joint[0].length;
    const verb = openingAt(reading.lexicon, clean, at);
    if (verb === undefined || verb.verb.plural) continue;
    const italic = isItalic(italics, verb.core);
    const next = /^[,]? ?(\p{L}+)/u.exec(clean.slice(verb.at.end, verb.at.end + 24))?.[1]?.toLowerCase() ?? '';
    const isOwn = determiners.includes(next) && !inClause(clean, from, joint.index, reading);
    if (!italic && !isOwn) continue;
    found ??= [];
    found.push({ ...verb, italic });
  }
  return found ?? NONE;
}

/** As much of what stands before "and" as is looked at for a relative clause. */
const CLAUSE = 160;

/** Whether a relative clause with a verb like the second one lies before the joint: "which recognizes a and requests b". */
function inClause(clean: string, from: number, joint: number, { lexicon }: Reading): boolean {
  const start = Math.max(from, joint - CLAUSE);
  const before = clean.slice(start, joint);
  for (const word of before.slice(before.lastIndexOf(';') + 1).matchAll(/(?<= )\p{Ll}{2,5}(?= )/gu)) {
    const at = start + before.lastIndexOf(';') + 1 + word.index + word[0].length + 1;
    if (lexicon.relatives.has(word[0]) && openingAt(lexicon, clean, at)?.verb.part === 'operative') return true;
  }
  return false;
}
