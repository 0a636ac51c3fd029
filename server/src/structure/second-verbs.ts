import type { Range } from '../text/range';
import type { Lexicon } from './lexicon';
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
  for (let behind = from; ; ) {
    JOINT.lastIndex = behind;
    if (!JOINT.test(clean)) break;
    const joint = behind;
    behind = JOINT.lastIndex;
    const verb = openingAt(reading.lexicon, clean, behind);
    if (verb === undefined || verb.verb.plural) continue;
    const italic = isItalic(italics, verb.core);
    const next = /^[,]? ?(\p{L}+)/u.exec(clean.slice(verb.at.end, verb.at.end + 24))?.[1]?.toLowerCase() ?? '';
    const isOwn = determiners.includes(next) && !inClause(clean, from, jointFrom(clean, joint), reading);
    if (!italic && !isOwn) continue;
    found ??= [];
    found.push({ ...verb, italic });
  }
  return found ?? NONE;
}

/** Where the next joint begins, looked for from `from` on. */
function jointFrom(clean: string, from: number): number {
  JOINT.lastIndex = from;
  return JOINT.exec(clean)?.index ?? clean.length;
}

/** As much of what stands before "and" as is looked at for a relative clause. */
const CLAUSE = 160;

/** Whether a relative clause with a verb like the second one lies before the joint: "which recognizes a and requests b". */
function inClause(clean: string, from: number, joint: number, { lexicon }: Reading): boolean {
  const start = Math.max(from, joint - CLAUSE);
  const first = start + clean.slice(start, joint).lastIndexOf(';') + 1;
  for (let blank = clean.indexOf(' ', first); blank >= 0 && blank < joint; ) {
    const next = clean.indexOf(' ', blank + 1);
    if (next < 0 || next >= joint) break;
    if (isRelative(lexicon, clean, blank + 1, next)) {
      if (openingAt(lexicon, clean, next + 1)?.verb.part === 'operative') return true;
    }
    blank = next;
  }
  return false;
}

const isRelative = ({ relatives }: Lexicon, clean: string, start: number, end: number): boolean =>
  end - start >= 2 && end - start <= 5 && relatives.has(clean.slice(start, end));
