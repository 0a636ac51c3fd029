import { Code } from './characters';
import { openingAt } from './openings';
import { type FoundOption, optionAt } from './options';
import type { Reading } from './reading';

/** What stands between the label of a paragraph and its opening words. */
export interface Lead {
  /** Where the opening words begin, behind brackets, options and the names of those who proposed the text. */
  readonly start: number;
  readonly options: readonly FoundOption[];
}

/** How many brackets and blanks may stand there. */
const MOST_BRACKETS = 12;
const NONE: readonly FoundOption[] = [];
/** "[EU: ", "[Brazil, on behalf of the African Group:] " */
const PROPOSER = /^\p{Lu}[^[\]:;]{1,80}:\]? /u;
/** Options may stand within options: "Option 1: [Alt. 2: …". */
const MOST = 4;

/** The lead of what stands in `clean` from `from` on. */
export function leadOf(clean: string, from: number, { words, lexicon }: Reading): Lead {
  let options = NONE;
  let start = behindBrackets(clean, from);
  for (let i = 0; i < MOST; i++) {
    const option = optionAt(clean, start, words);
    if (option === undefined) break;
    options = [...options, option];
    start = behindBrackets(clean, option.end);
  }
  const proposer = clean[start - 1] === '[' ? PROPOSER.exec(clean.slice(start, start + 96)) : null;
  if (proposer) {
    const behind = behindBrackets(clean, start + proposer[0].length);
    if (openingAt(lexicon, clean, behind)) start = behind;
  }
  return { start, options };
}

function behindBrackets(clean: string, from: number): number {
  let at = from;
  for (; at < from + MOST_BRACKETS; at++) {
    const code = clean.charCodeAt(at);
    if (code !== Code.OpenBracket && code !== Code.Space) break;
  }
  return at;
}
