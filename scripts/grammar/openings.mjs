// The opening words of paragraphs as regular expressions, out of data/verbs.*.json.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const languages = ['en', 'fr', 'es'];

/** data/NAME.LANGUAGE.json of every language. */
export const dataOf = (name) =>
  languages.map((language) =>
    JSON.parse(readFileSync(fileURLToPath(new URL(`../../data/${name}.${language}.json`, import.meta.url)), 'utf8')),
  );

/** Literal text as a regular expression: any apostrophe, any kind of blank. */
export const literal = (text) =>
  text
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/'/g, "['’]")
    .replace(/ /g, '[ \\u00a0]');

/** Alternatives, the longest first: the first that fits wins. */
export const anyOf = (texts) =>
  [...new Set(texts)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(literal)
    .join('|');

/** A phrase in each spelling of its language: `Emphasizing`, `Emphasising`. */
function spelt(phrase, spellings) {
  const others = spellings.map(([to, from]) => phrase.replace(new RegExp(`${from}\\b`, 'g'), to));
  return [phrase, ...others];
}

const forms = (entry) => [entry.phrase, entry.plural, ...(entry.variants ?? [])].filter(Boolean);

/** The phrases that open a paragraph of one part in one language, with what may stand before and after the verb. */
function phrasesOf({ modifiers, spellings, ...verbs }, part) {
  const phrases = verbs[part].flatMap(forms).flatMap((phrase) => spelt(phrase, spellings));
  const before = anyOf([...modifiers.repetition, ...modifiers.intensity]);
  const after = anyOf([...modifiers.repetition, ...modifiers.attitude]);
  return `(?:(?:${before})[ \\u00a0]){0,2}(?:${anyOf(phrases)})(?:[ \\u00a0](?:${after})){0,2}`;
}

/** `part`: `preambular` or `operative`. Begins with a capital, so that no line that runs on from the one before fits. */
export function opening(part) {
  const alternatives = dataOf('verbs').map((language) => phrasesOf(language, part));
  return `(?=\\p{Lu})(?i:${alternatives.join('|')})(?![\\p{L}\\p{M}\\p{N}'’-])`;
}
