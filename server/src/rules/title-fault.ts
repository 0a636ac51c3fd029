import type { Instrument } from '../registry/pack';
import type { Language } from '../structure/model';
import { perLanguage } from '../structure/per-language';
import { words } from '../structure/words';
import { folded, similarity } from './similarity';
import { usage } from './usage';

/** From this likeness on, a title word for word is the registered one with a slip. */
const SLIP = 0.6;
/** From this likeness on, a subject in the drafter's words is meant to be the title. */
const MEANT = 0.85;
/** A title of fewer words, and another one, may be no title at all. */
const LEAST_WORDS = 3;

/** What is wrong with a title: a slip, or another title altogether; undefined when nothing is, or it cannot be told. */
export function titleFault(
  given: string,
  instrument: Instrument,
  language: Language,
  isStrict: boolean,
  isMarked: boolean,
): { wanted: string; isSlip: boolean; length: number } | undefined {
  const wanted = statedTitle(instrument, language);
  if (wanted === undefined) return undefined;
  const titles = (isStrict ? strictTitles : looseTitles(language)).of(instrument);
  const same = isStrict ? folded : (text: string) => gist(text, language);
  const bounded = (isMarked ? [given] : openings(given, wanted)).map((one) => ({ one, small: same(one) }));
  if (bounded.some(({ small }) => titles.some((title) => beginsWith(small, title)))) return undefined;
  const small = isStrict ? '' : same(given);
  if (!isStrict && titles.some((title) => beginsWith(title, small))) return undefined;
  const smallWanted = same(wanted);
  const best = bounded
    .map(({ one, small }) => ({ one, likeness: similarity(small, smallWanted) }))
    .sort((a, b) => b.likeness - a.likeness)[0];
  if (!best) return undefined;
  const fault = { wanted, isSlip: true, length: best.one.replace(/(?<![^\p{L}\d)])[^\p{L}\d)]+$/u, '').length };
  if (!isStrict)
    return best.likeness >= MEANT && isMistyped(gist(best.one, language), gist(wanted, language)) ? fault : undefined;
  if (best.likeness >= SLIP) return fault;
  const isTitle = isMarked && /^\p{Lu}/u.test(given) && given.split(' ').length >= LEAST_WORDS;
  return isTitle ? { ...fault, isSlip: false } : undefined;
}

/** The titles of instruments as those given are compared with them; made once for each. */
class ComparableTitles {
  private readonly known = new WeakMap<Instrument, readonly string[]>();

  constructor(private readonly same: (text: string) => string) {}

  of(instrument: Instrument): readonly string[] {
    const found = this.known.get(instrument) ?? this.find(instrument);
    this.known.set(instrument, found);
    return found;
  }

  private find({ title, titles, titleHistory }: Instrument): readonly string[] {
    const all = [title, ...Object.values(titles ?? {}), ...(titleHistory ?? [])];
    const bare = all.flatMap((one) => (one === undefined ? [] : [one, one.replace(/ \([^()]*\)$/, '')]));
    return [...new Set(bare.map(this.same))];
  }
}

const strictTitles = new ComparableTitles(folded);
const looseTitles = perLanguage((language) => new ComparableTitles((text) => gist(text, language)));

/** The title that a source states, in the language of the draft. */
function statedTitle({ title, titleConfidence, titles, titlesConfidence }: Instrument, language: Language) {
  const translated = titlesConfidence === undefined ? titles?.[language] : undefined;
  return translated ?? (language === 'en' && titleConfidence === undefined ? title : undefined);
}

/** The first words of a clause, about as many as the title has. */
function openings(clause: string, title: string): string[] {
  const all = clause.trim().split(' ');
  const count = title.split(' ').length;
  return [count - 1, count, count + 1].filter((n) => n > 0 && n <= all.length).map((n) => all.slice(0, n).join(' '));
}

/** Whether the same words stand in the same order, one or two of them mistyped: a paraphrase has other words. */
function isMistyped(given: string, wanted: string): boolean {
  const [a, b] = [given.split(' '), wanted.split(' ')];
  const odd = a.filter((word, i) => word !== b[i]).length;
  return a.length === b.length && odd <= 2 && a.every((word, i) => similarity(word, b[i] as string) >= SLIP);
}

const beginsWith = (text: string, start: string): boolean => start !== '' && `${text} `.startsWith(`${start} `);

const smallWords = perLanguage((language) => {
  const { articles, common } = words[language];
  return new Set([...articles, ...common, ...usage[language].indefinite]);
});

/** The words of a text that carry its sense, in the singular: articles and plurals drift in a subject. */
function gist(text: string, language: Language): string {
  const small = smallWords(language);
  return folded(text)
    .split(' ')
    .filter((word) => !small.has(word))
    .map((word) => word.replace(/s$/, ''))
    .join(' ');
}
