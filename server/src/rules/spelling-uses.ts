import { sourceRange } from '../structure/blocks';
import type { Draft } from '../structure/model';
import type { Use } from './one-way';
import { wordingsOf } from './own-words';
import { beginsSentence } from './term-uses';
import { usage } from './usage';

const LETTER = '[\\p{L}\\d-]';

/** Each match of `pattern` in the drafter's own words that is no name: small, or at the beginning of a sentence. */
function* matches(draft: Draft, pattern: RegExp) {
  for (const { block, text, isOwn } of wordingsOf(draft)) {
    for (const found of text.matchAll(pattern)) {
      const clean = { start: found.index, end: found.index + found[0].length };
      const isName = /^\p{Lu}/u.test(found[0]) && !beginsSentence(text, clean.start);
      const isCapitals = /^\P{Ll}*$/u.test(found[0]);
      if (isOwn(clean) && !isName && !isCapitals) yield { found, text, range: sourceRange(block, clean) };
    }
  }
}

const likeCase = (word: string, like: string): string =>
  /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;

/** The uses of each group of spellings of one word, in the plural too, by group. */
export function variantUses(draft: Draft, groups: readonly (readonly string[])[]): Map<readonly string[], Use[]> {
  const byWord = new Map(groups.flatMap((group) => group.map((word) => [word.toLowerCase(), group] as const)));
  const found = new Map<readonly string[], Use[]>();
  if (byWord.size === 0) return found;
  const words = [...byWord.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<!${LETTER})(${words.join('|')})(s?)(?!${LETTER})`, 'giu');
  const { notHouseSpelling } = usage[draft.language];
  for (const { found: hit, text, range } of matches(draft, pattern)) {
    const [written, word = '', plural = ''] = hit;
    const way = word.toLowerCase();
    const group = byWord.get(way);
    const before = text.slice(Math.max(0, hit.index - 20), hit.index).trimEnd();
    if (!group || notHouseSpelling.some((word) => before.endsWith(word))) continue;
    const use = { written, range, way, inWay: (other: string) => likeCase(other, written) + plural };
    found.set(group, [...(found.get(group) ?? []), use]);
  }
  return found;
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Words in -ize and -ise; the ways are "ize" and "ise". */
export function izeUses(draft: Draft): Use[] {
  const stems = new Set(usage[draft.language].izeStems);
  const pattern = /(?<![\p{L}\d-])(\p{L}{2,16})i([sz])(e|ed|es|er|ers|ing|ation|ations|able)(?![\p{L}\d])/gu;
  const uses: Use[] = [];
  for (const { found, range } of matches(draft, pattern)) {
    const [written, stem = '', letter, ending = ''] = found;
    if (!stems.has(stem.toLowerCase())) continue;
    const inWay = (way: string) => `${stem}i${way === 'ize' ? 'z' : 's'}${ending}`;
    uses.push({ written, range, way: letter === 'z' ? 'ize' : 'ise', inWay });
  }
  return uses;
}

/** Compounds before a noun, with a hyphen and without, of those that the text hyphenates at least once. */
export function compoundUses(draft: Draft): Use[][] {
  const { compounds, compoundEnds } = usage[draft.language];
  if (compounds.length === 0) return [];
  const pattern = new RegExp(`(?<!${LETTER})(\\p{L}{3,20})([ -])(${compounds.join('|')})(?!${LETTER})`, 'giu');
  const byWord = new Map<string, Use[]>();
  for (const { found, text, range } of matches(draft, pattern)) {
    const [written, first = '', joint, second = ''] = found;
    const next = /^ (\p{Ll}+)/u.exec(text.slice(found.index + written.length, found.index + written.length + 24))?.[1];
    if (joint === ' ' && (next === undefined || compoundEnds.includes(next))) continue;
    const key = `${first} ${second}`.toLowerCase();
    const use = { written, range, way: joint === '-' ? '-' : ' ', inWay: (way: string) => `${first}${way}${second}` };
    byWord.set(key, [...(byWord.get(key) ?? []), use]);
  }
  return [...byWord.values()].filter((uses) => uses.some(({ way }) => way === '-'));
}
