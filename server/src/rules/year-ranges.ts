import { sourceRange } from '../structure/blocks';
import type { Block, Draft, Language } from '../structure/model';
import { perLanguage } from '../structure/per-language';
import { scanOf } from '../structure/scanned';
import { words } from '../structure/words';
import type { Range } from '../text/range';
import { Sign } from '../text/scan';
import { isWording, wordingOf } from './own-words';
import { usage } from './usage';

/** Two years, or two numbers of paragraphs, joined by a hyphen or an en dash. */
export interface NumberRange {
  /** In the source. */
  readonly range: Range;
  readonly sign: 'hyphen' | 'dash';
  readonly kind: 'years' | 'paragraphs';
  /** With an en dash, and the second year in full. */
  readonly dashed: string;
  readonly hyphenated: string;
}

const YEARS = /(?<!\d )(?<![\p{L}\d/.,:+–-])((?:19|20)\d\d) ?([–-]) ?((?:19|20)\d\d|\d\d)(?![\p{L}\d/–-]|[.,:]\d)/gu;
const NUMBERS = /^(?:[\d()a-z, ]{0,30}?(?<=[ ]))?(\d{1,3})([–-])(\d{1,3})(?![\p{L}\d/–-]|\.\d)/u;
/** What no range is without: most paragraphs have none, and need no other pattern. */
const JOINED = /\d ?[–-]/;

function mayHoldRange(block: Block, language: Language): boolean {
  const { signs } = scanOf(block, language);
  return (signs & Sign.digit) !== 0 && (signs & (Sign.hyphen | Sign.beyondAscii)) !== 0 && JOINED.test(block.clean);
}

/** How far before a cut year ("2026-27") the word is that shows it to be one. */
const BEFORE = 24;

const behindNounOf = perLanguage((language) => {
  const nouns = words[language].paragraphs.filter((noun) => /\p{L}{3}/u.test(noun));
  return new RegExp(`(?<!\\p{L})(?:${nouns.map((noun) => noun.replace('.', '\\.')).join('|')}) (?=\\d)`, 'giu');
});

/** The ranges of years and of paragraphs of a draft, in its own words, in the order of the text. */
export function numberRanges(draft: Draft): NumberRange[] {
  const { periods } = usage[draft.language];
  const behindNoun = behindNounOf(draft.language);
  const joined = draft.blocks.filter((block) => isWording(draft, block) && mayHoldRange(block, draft.language));
  return joined.flatMap((block) => {
    const text = block.clean;
    const { isOwn } = wordingOf(block);
    const years = [...text.matchAll(YEARS)].flatMap((found) => {
      const [whole, first = '', sign, last = ''] = found;
      const isCut = last.length === 2;
      const before = text.slice(Math.max(0, found.index - BEFORE), found.index).toLowerCase();
      const second = isCut ? first.slice(0, 2) + last : last;
      if (isCut && !periods.some((word) => before.includes(word))) return [];
      return Number(second) > Number(first)
        ? [{ start: found.index, whole, first, sign, second, kind: 'years' as const }]
        : [];
    });
    const paragraphs = [...text.matchAll(behindNoun)].flatMap((noun) => {
      const from = noun.index + noun[0].length;
      const found = NUMBERS.exec(text.slice(from, from + 50));
      if (!found) return [];
      const [, first = '', sign, second = ''] = found;
      const whole = `${first}${sign}${second}`;
      const start = from + found[0].length - whole.length;
      return Number(second) > Number(first) ? [{ start, whole, first, sign, second, kind: 'paragraphs' as const }] : [];
    });
    return [...years, ...paragraphs].flatMap(({ start, whole, first, sign, second, kind }) => {
      const clean = { start, end: start + whole.length };
      if (!isOwn(clean)) return [];
      return [
        {
          range: sourceRange(block, clean),
          sign: sign === '-' ? ('hyphen' as const) : ('dash' as const),
          kind,
          dashed: `${first}–${second}`,
          hyphenated: `${first}-${second}`,
        },
      ];
    });
  });
}
