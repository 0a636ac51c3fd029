import type { Registry } from '../registry/registry';
import { positionAt } from '../text/lines';
import { type AdoptedText, adoptedText } from './adopted';
import type { LineRange } from './api';
import type { ReadDraft } from './read-draft';

/** What a workspace keeps of a draft: plain data. Its texts may be parts of the draft's, which they keep in memory. */
export interface Summary {
  readonly title: string | null;
  /** The instrument that this draft is, or will be. */
  readonly instrument: string | null;
  /** What it adds to the registry; null for a text that is not adopted. */
  readonly adopted: AdoptedText | null;
  /**
   * What it cites, as one text, which takes a tenth of the room of as many objects: a line for each instrument, its id
   * and, behind tabs, the places: line and character of the start and of the end. Read it with `citedPlaces`.
   */
  readonly cited: string;
}

export interface CitedPlace {
  readonly instrument: string;
  readonly range: LineRange;
}

export function summaryOf(read: ReadDraft, registry: Registry): Summary {
  const { draft, identity } = read;
  return {
    title: draft.title,
    instrument: identity.instrument,
    adopted: adoptedText(read, registry),
    cited: citedText(read),
  };
}

function citedText({ citations, draft: { lines } }: ReadDraft): string {
  const cited = new Map<string, string>();
  for (const { instrument, range, revisionRange } of citations) {
    const start = positionAt(lines, range.start);
    const end = positionAt(lines, revisionRange?.end ?? range.end);
    const place = `\t${start.line}\t${start.character}\t${end.line}\t${end.character}`;
    cited.set(instrument, (cited.get(instrument) ?? '') + place);
  }
  return [...cited].map(([instrument, places]) => `${instrument}${places}\n`).join('');
}

/** The places of a summary where `instrument` is cited, or all of them, by instrument. */
export function citedPlaces({ cited }: Pick<Summary, 'cited'>, instrument?: string): CitedPlace[] {
  if (instrument === undefined) return cited.split('\n').flatMap(placesIn);
  const at = `\n${cited}`.indexOf(`\n${instrument}\t`);
  return at < 0 ? [] : placesIn(cited.slice(at, cited.indexOf('\n', at)));
}

function placesIn(line: string): CitedPlace[] {
  const [instrument = '', ...rest] = line.split('\t');
  const numbers = rest.map(Number);
  const at = (i: number) => ({ line: numbers[i] as number, character: numbers[i + 1] as number });
  return Array.from({ length: numbers.length / 4 }, (_, i) => ({
    instrument,
    range: { start: at(4 * i), end: at(4 * i + 2) },
  }));
}
