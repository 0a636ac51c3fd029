// Citations and document symbols as regular expressions: their general shapes, for the first paint. What they are is
// for the server, which reads each body's own forms from its pack.
import { anyOf, dataOf } from './openings.mjs';

const words = dataOf('words');
const revision = '(?:[ \\u00a0]?\\((?i:rev)\\.?(?:[ \\u00a0]?(?i:cop|mop)[ \\u00a0]?\\d{1,2})?\\))?';
const end = '(?![\\p{L}\\p{N}])(?!\\.\\d)';

/** Numbers that are citations by themselves. */
const unmistakable = [
  `Conf\\.[ \\u00a0]?\\d{1,2}\\.\\d{1,2}${revision}`, // CITES
  '[A-Z]{2}-(?:\\d{1,2}|[IVXLC]{1,7})/\\d{1,3}', // MC-3/11, BS-V/16
  '\\d{1,3}/(?:CP|CMP|CMA|COP)\\.\\d{1,3}', // 1/CP.21
  'UNEP/EA\\.\\d{1,2}/(?:Res|Dec)\\.\\d{1,3}',
  'UNEP/CMS/(?i:resolution|decision|recommendation)[ \\u00a0]\\d{1,2}\\.\\d{1,3}',
  '(?:A|S|E|A/HRC)/(?:RES|DEC)/\\d{1,4}(?:/\\d{1,4})?(?:[ \\u00a0]?\\((?:[IVXLC]{1,8}|\\d{4})\\))?',
  'CBD/COP/DEC/(?:\\d{1,2}|[IVXLC]{1,7})/\\d{1,3}',
];

/** Numbers that are citations only after the noun. */
const plain = [
  '\\d{1,4}[ \\u00a0]?\\((?:[IVXLC]{1,8}|\\d{4})\\)', // 2625 (XXV), 1373 (2001)
  '[A-Z]{3,5}\\.\\d{1,4}\\(\\d{1,3}\\)', // MEPC.201(62)
  `\\d{1,4}[./-]\\d{1,3}${revision}`, // 11.10 (Rev.COP13), 70/1, 2018-5
  `[IVXLC]{1,8}[./]\\d{1,3}${revision}`, // VII/11, XIII.5
];

const nouns = anyOf(words.flatMap((language) => Object.values(language.nouns).flat()));
const joints = anyOf(words.flatMap((language) => language.joints));
const number = `(?:${[...unmistakable, ...plain].join('|')})${end}`;

/** After the noun; the word between is the body's name, in the wrong place but seen (`Resolution CMS 11.3`). */
export const noun = `(?<![\\p{L}\\p{N}])(?i:${nouns})[ \\u00a0](?:[A-Z]{2,9}[ \\u00a0])?(?=${number})`;
export const listed = number;
export const joint = `(?:,?[ \\u00a0](?i:${joints})|,)[ \\u00a0](?=${number})`;
export const alone = `(?<![\\p{L}\\p{N}/.-])(?:${unmistakable.join('|')})${end}`;

const segment = '/[A-Z0-9][A-Za-z0-9()-]{0,20}(?:\\.[A-Za-z0-9()-]{1,20}){0,3}';
const holders = 'UNEP|UNCTAD|UNEA|FCCC|ICCD|CBD|CMS|CITES|AEWA|MEPC|IPBES|ISBA|IMO|FAO|WHO|ILO|ST|A|E|S';

/** UNEP/MC/COP.6/INF/29; the last part may stand apart (`…/Annex 3`). A letter with slashes needs a digit somewhere. */
export const symbol = `(?<![\\p{L}\\p{N}/.:-])(?:${holders})(?=[/A-Za-z().-]{1,60}\\d)(?:${segment}){1,10}(?:(?<=/Annex)[ \\u00a0]\\d{1,3})?`;

const organs = anyOf(words.flatMap((language) => language.organs));
const articles = anyOf(words.flatMap((language) => language.articles.filter((word) => !word.endsWith("'"))));

/** "The Conference of the Parties", "The Thirty-second Meeting of the Parties", "L'Assemblée générale". */
export const organ = `(?=\\p{Lu})(?i:(?:(?:${articles})[ \\u00a0]|l['’])(?:[\\p{L}\\p{N}-]{1,20}[ \\u00a0]){0,2}(?:${organs}))(?![\\p{L}\\p{N}])`;
export const insertions = anyOf(words.flatMap((language) => language.insertions));
