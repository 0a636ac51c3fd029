import type { FormsIndex } from '../citations/forms-index';
import { namedIn } from '../citations/names';
import { paragraphsOf } from '../citations/paragraphs';
import type { Block, Language } from '../structure/model';
import { perLanguage } from '../structure/per-language';
import { scanOf, wordSet } from '../structure/scanned';
import { words } from '../structure/words';
import type { Range } from '../text/range';
import { Sign } from '../text/scan';
import { usage } from './usage';

/** A number with its place in the clean text. */
export interface NumberAt extends Range {
  readonly value: number;
}

/** "paragraph 2 of articles 14 and 15 of the Minamata Convention on Mercury" */
export interface CitedArticles {
  readonly articles: readonly NumberAt[];
  /** The paragraphs of a single article. */
  readonly paragraphs: readonly NumberAt[];
  /** The body of the treaty; null where it is only called "the Convention". */
  readonly body: string | null;
}

const NEAR = 200;
const MOST = 20;
const escaped = (list: readonly string[]): string => list.map((word) => word.replace('.', '\\.')).join('|');

/** The first word of each noun, "art" of "art."; a text without one cites no article. */
const articleWords = wordSet((language) => usage[language].articleNouns.map((noun) => noun.replace('.', '')));

const expressionsOf = perLanguage((language) => {
  const { articleNouns, paragraphNouns, treatyNouns } = usage[language];
  const { joints, paragraphLinks } = words[language];
  const links = paragraphLinks.map((link) => link.replace("'", "['’]"));
  return {
    articles: new RegExp(`(?<![\\p{L}\\d-])(?:${escaped(articleNouns)}) (?=\\d)`, 'giu'),
    joint: new RegExp(`^(?:, | ?[–-] ?|,? (?:${escaped(joints)}) )(?=\\d)`, 'u'),
    paragraphs: new RegExp(`^,? (?:${escaped(paragraphNouns)}) (?=\\d)`, 'iu'),
    links: new RegExp(`^,? (?:${links.join('|')}) ?(?=\\p{Lu})`, 'u'),
    treaties: new RegExp(`^(?:${treatyNouns.join('|')})(?![\\p{L}-])(?: (\\p{L}+))?`, 'iu'),
  };
});

/** Every article of a treaty that is named behind it. */
export function citedArticles(block: Block, language: Language, index: FormsIndex): readonly CitedArticles[] {
  const { sets, signs } = scanOf(block, language);
  if ((sets & articleWords) === 0 || (signs & Sign.digit) === 0) return NONE;
  const text = block.clean;
  const found: CitedArticles[] = [];
  for (const { index: noun, 0: written } of text.matchAll(expressionsOf(language).articles)) {
    const articles = numbersAt(text, noun + written.length, language);
    const last = articles.at(-1);
    if (!last) continue;
    const behind = articles.length === 1 ? paragraphsBehind(text, last.end, language) : undefined;
    const treaty = treatyAt(text, behind?.end ?? last.end, language, index);
    if (!treaty) continue;
    const paragraphs = behind?.numbers ?? (articles.length === 1 ? paragraphsBefore(text, noun, language) : []);
    found.push({ articles, paragraphs, body: treaty.body });
  }
  return found;
}

const NONE: readonly CitedArticles[] = [];

const NUMBER = /^(\d{1,3})(?: ?\([a-z]{1,4}\)){0,2}(?![\p{L}\d/(]|\.\d| (?:bis|ter)(?!\p{L}))/u;

/** "3, 5 (b) and 7" at `at`; empty where a number is none of ours, such as "4A" or "6.2". */
function numbersAt(text: string, at: number, language: Language): NumberAt[] {
  const { joint } = expressionsOf(language);
  const numbers: NumberAt[] = [];
  for (let next = at; numbers.length < MOST; ) {
    const number = NUMBER.exec(text.slice(next, next + 24));
    if (!number) return [];
    const end = next + number[0].length;
    numbers.push({ value: Number(number[1]), start: next, end: next + (number[1] as string).length });
    const gap = joint.exec(text.slice(end, end + 16));
    if (!gap) return [...numbers.slice(0, -1), { ...(numbers.at(-1) as NumberAt), end }];
    next = end + gap[0].length;
  }
  return [];
}

/** ", paragraphs 1 and 2" */
function paragraphsBehind(text: string, at: number, language: Language) {
  const noun = expressionsOf(language).paragraphs.exec(text.slice(at, at + 24));
  const numbers = noun ? numbersAt(text, at + noun[0].length, language) : [];
  const end = numbers.at(-1)?.end;
  return end === undefined ? undefined : { numbers, end };
}

/** "paragraph 2 of |article 14" */
function paragraphsBefore(text: string, noun: number, language: Language): NumberAt[] {
  return paragraphsOf(text, { start: noun, end: noun }, words[language]).flatMap(({ from, to }) =>
    [...new Set([from, to])].map((value) => {
      const start = text.lastIndexOf(String(value), noun);
      return { value, start, end: start + String(value).length };
    }),
  );
}

/** " of the Minamata Convention", " of the Convention" at `at`. */
function treatyAt(
  text: string,
  at: number,
  language: Language,
  index: FormsIndex,
): { body: string | null } | undefined {
  const { links, treaties } = expressionsOf(language);
  const tail = text.slice(at, at + NEAR);
  const link = links.exec(tail)?.[0];
  if (link === undefined) return undefined;
  const named = namedIn(index, tail.slice(link.length))[0];
  if (named?.start === 0) return { body: named.body };
  const short = treaties.exec(tail.slice(link.length));
  return short && !usage[language].treatyTails.includes(short[1]?.toLowerCase() ?? '') ? { body: null } : undefined;
}
