import type { Citation } from '../citations/citation';
import { nounFinder } from '../citations/nouns';
import type { Draft, Language } from '../structure/model';
import { perLanguage } from '../structure/per-language';
import { words } from '../structure/words';
import type { Range } from '../text/range';
import { usage } from './usage';

/** Numbers one behind another, with nothing between them but revisions, commas and "and". */
export interface CitationList {
  readonly members: readonly Citation[];
  /** The noun that leads to the first number, in the block's clean text; null when none does. */
  readonly noun: (Range & { readonly plural: boolean }) | null;
  /** What stands before the last number: ", and "; null when there is one number only. */
  readonly lastGap: Range | null;
}

const LONGEST_GAP = 40;
const REVISION = /^ ?\([^()]{1,20}\)/;

const known = new WeakMap<readonly Citation[], readonly CitationList[]>();

/**
 * The lists of a draft in the order of the text; a number that stands alone is a list of one. Found once for
 * `citations`, however many rules ask.
 */
export function citationLists({ language }: Draft, citations: readonly Citation[]): readonly CitationList[] {
  const found = known.get(citations) ?? findLists(language, citations);
  known.set(citations, found);
  return found;
}

function findLists(language: Language, citations: readonly Citation[]): CitationList[] {
  const joint = jointOf(language);
  const lists: CitationList[] = [];
  let open: { members: Citation[]; noun: CitationList['noun']; lastGap: Range | null } | undefined;
  let before: Citation | undefined;
  for (const citation of citations) {
    const gap = before && gapBefore(citation, before);
    if (open && gap && joint.test(citation.block.clean.slice(gap.start, gap.end))) {
      open.members.push(citation);
      open.lastGap = gap;
    } else {
      open = { members: [citation], noun: nounBefore(citation, language), lastGap: null };
      lists.push(open);
    }
    before = citation;
  }
  return lists;
}

const jointOf = perLanguage(
  (language) => new RegExp(`^(?:, | & |,? (?:${usage[language].listJoints.join('|')}) )$`, 'i'),
);

function nounBefore({ block, clean }: Citation, language: Language): CitationList['noun'] {
  const at = block.clean.lastIndexOf(' ', clean.start - 2) + 1;
  const noun = at < clean.start ? nounFinder(words[language])(block.clean, at) : undefined;
  return noun && noun.end + 1 === clean.start ? noun : null;
}

/** What stands between two numbers of one series of papers; undefined when they are too far apart to be a list. */
function gapBefore(citation: Citation, before: Citation): Range | undefined {
  const { block, clean, kind } = citation;
  if (block !== before.block || kind !== before.kind || clean.start - before.clean.end > LONGEST_GAP) return undefined;
  const revision = REVISION.exec(block.clean.slice(before.clean.end, clean.start))?.[0].length ?? 0;
  return { start: before.clean.end + revision, end: clean.start };
}
