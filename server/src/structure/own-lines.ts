import { hasAt, wordAt } from './beginnings';
import type { Words } from './words';

const LONGEST_FORMULA = 600;

/**
 * "The Conference of the Parties,", "THE ASSEMBLY," or, where operative paragraphs follow, the same without a comma
 * (CMS, CITES, Ramsar): an article, the name of an organ, and nothing that makes it a sentence.
 */
export function isFormula(line: string, words: Words): boolean {
  const clean = unbracketed(line);
  const article = articleOf(clean, words);
  if (article === undefined || clean.length > LONGEST_FORMULA || /[.;:!?]/.test(clean)) return false;
  const text = clean.toLowerCase().replaceAll('’', "'");
  const rest = text.slice(article.length).trimStart();
  if (clean.endsWith(',')) return words.organs.some((organ) => hasWords(rest, organ));
  return words.organs.some((organ) => rest === organ || rest.startsWith(`${organ} to `));
}

/** The article that a text begins with. */
function articleOf(clean: string, { articles }: Words): string | undefined {
  for (const word of articles) {
    if (hasAt(word, clean, 0) && (word.endsWith("'") || clean[word.length] === ' ')) return word;
  }
  return undefined;
}

const hasWords = (text: string, wanted: string): boolean => {
  const at = text.indexOf(wanted);
  return at >= 0 && (at === 0 || text[at - 1] === ' ') && !/^\p{L}/u.test(text.slice(at + wanted.length));
};

/** A line without the negotiation brackets about it. */
const unbracketed = (clean: string): string =>
  clean.startsWith('[')
    ? clean.slice((/^[[ ]{1,6}/.exec(clean) as RegExpExecArray)[0].length, clean.endsWith(']') ? -1 : undefined)
    : clean;

/** "Article 6", "Article 8 bis", "[Article 3ter] on mechanisms", "Article 6 (finance)": a heading of a treaty's text. */
export function isArticleHeading(line: string, words: Words): boolean {
  if (line.length > LONGEST_HEADING) return false;
  const clean = unbracketed(line);
  const word = wordAt(words.articleHeadings, clean, 0);
  if (word === undefined || clean[word.length] !== ' ' || /[;,.:]$/.test(line)) return false;
  return /^(?:\d{1,3}|[IVXL]{1,6})(?: ?[a-z]{2,9})?(?:$|\] | [(–—-])/.test(clean.slice(word.length + 1));
}

const LONGEST_HEADING = 160;

/** "Annex", "Annex II", "Annex 1. Title", "Annex to decision MC-6/1". */
export function isAnnexHeading(line: string, words: Words): boolean {
  const clean = unbracketed(line);
  const annex = wordAt(words.annexes, clean, 0);
  if (annex === undefined) return false;
  const rest = clean.slice(annex.length);
  if (rest === '') return true;
  if (rest.length >= LONGEST_HEADING || /[;,]$/.test(rest)) return false;
  return /^ (?:[IVXL]{1,6}|\d{1,2}|[A-Z])(?:$|[ .:–-])/.test(rest) || isOfText(rest.toLowerCase(), words);
}

/** " to the present decision: Rules": what stands behind the "Annex" that says whose it is. */
function isOfText(rest: string, { annexLeads, nouns }: Words): boolean {
  const lead = annexLeads.find((word) => rest.startsWith(` ${word} `));
  if (lead === undefined || rest.endsWith('.')) return false;
  const named = rest.slice(lead.length + 1, lead.length + 40).split(/[^\p{L}]+/u);
  return Object.values(nouns).some((kind) => kind.some((noun) => named.includes(noun)));
}
