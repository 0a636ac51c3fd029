import type { Words } from './words';

const LONGEST_FORMULA = 600;

/**
 * "The Conference of the Parties,", "THE ASSEMBLY," or, where operative paragraphs follow, the same without a comma
 * (CMS, CITES, Ramsar): an article, the name of an organ, and nothing that makes it a sentence.
 */
export function isFormula(clean: string, words: Words): boolean {
  if (clean.length > LONGEST_FORMULA || /[.;:!?]/.test(clean)) return false;
  const text = clean.toLowerCase().replaceAll('’', "'");
  const article = words.articles.find((word) => text.startsWith(word.endsWith("'") ? word : `${word} `));
  if (article === undefined) return false;
  const rest = text.slice(article.length).trimStart();
  if (clean.endsWith(',')) return words.organs.some((organ) => hasWords(rest, organ));
  return words.organs.some((organ) => rest === organ || rest.startsWith(`${organ} to `));
}

const hasWords = (text: string, wanted: string): boolean => {
  const at = text.indexOf(wanted);
  return at >= 0 && (at === 0 || text[at - 1] === ' ') && !/^\p{L}/u.test(text.slice(at + wanted.length));
};

/** "Annex", "Annex II", "Annex 1. Title". */
export function isAnnexHeading(clean: string, words: Words): boolean {
  const text = clean.toLowerCase();
  const annex = words.annexes.find((word) => text.startsWith(word));
  if (annex === undefined) return false;
  const rest = clean.slice(annex.length);
  return (
    rest === '' ||
    (rest.length < 160 && /^ (?:[IVXL]{1,6}|\d{1,2}|[A-Z])(?:$|[ .:–-])/.test(rest) && !/[;,]$/.test(rest))
  );
}
