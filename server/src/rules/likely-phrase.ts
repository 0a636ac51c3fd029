import type { Language, Part } from '../structure/model';
import { verbs } from '../structure/words';

/** The words that openings of each part begin with, by language; made at the first question. */
const known = new Map<string, readonly string[]>();

function firstWords(language: Language, part: Part): readonly string[] {
  const key = `${language} ${part}`;
  let found = known.get(key);
  if (!found) {
    const { preambular, operative } = verbs[language];
    const entries = part === 'preamble' ? preambular : operative;
    found = [...new Set(entries.map(({ phrase }) => phrase.split(' ')[0] as string))];
    known.set(key, found);
  }
  return found;
}

/** Shorter words are like too many others. */
const SHORTEST = 5;
/** From this length on two letters may be wrong. */
const LONG = 11;

/** The opening word that `word` is likely a misspelling of: the nearest one, a letter or two away; null for none. */
export function misspelt(language: Language, part: Part, word: string): string | null {
  if (word.length < SHORTEST || word.length > 24) return null;
  const most = word.length >= LONG ? 2 : 1;
  const wanted = word.toLowerCase();
  let best: string | null = null;
  let least = most + 1;
  for (const one of firstWords(language, part)) {
    if (Math.abs(one.length - word.length) > most) continue;
    const away = distance(wanted, one.toLowerCase());
    if (away > 0 && away < least) [best, least] = [one, away];
  }
  return best;
}

/** As much of two forms of one verb as may differ: "Invit-ing", "Invit-es". */
const LONGEST_ENDING = 3;
const SHORTEST_STEM = 3;

/** The word that openings of `part` have of the same verb: "Invites" for "Inviting", "Requests" for "Request". */
export function sameVerb(language: Language, part: Part, word: string): string | null {
  const text = word.toLowerCase();
  let best: string | null = null;
  let longest = SHORTEST_STEM - 1;
  for (const one of firstWords(language, part)) {
    const stem = shared(text, one.toLowerCase());
    const isForm = text.length - stem <= LONGEST_ENDING && one.length - stem <= LONGEST_ENDING;
    if (isForm && stem > longest) [best, longest] = [one, stem];
  }
  return best;
}

function shared(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}

/** How many letters must be put in, left out, changed or swapped with the next to make `b` of `a`. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] as number) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] as number;
}
