import { nounFinder } from '../citations/nouns';
import { fill } from '../citations/pattern';
import type { Instrument } from '../registry/pack';
import { nameOf, type Registry, revisionOf, titleOf } from '../registry/registry';
import { standingOf } from '../registry/standing';
import type { Identity } from '../registry/time';
import type { Kind } from '../structure/model';
import { words } from '../structure/words';
import type { Range } from '../text/range';
import type { Analysis } from './api';
import { askedById } from './describe';
import { byNumber, byTitle, type Hit, squeezed, type Wanted, wordsOf } from './search';

/** A citation that may stand where the drafter writes. */
export interface Completion {
  readonly instrument: string;
  /** "Resolution 12.4 (Rev.COP14)" */
  readonly label: string;
  readonly title: string | null;
  /** What is put in place of `range`: the number, the revision and, where the body has the habit, the title. */
  readonly newText: string;
  readonly range: Range;
  /** What the drafter typed is compared with this. */
  readonly filter: string;
  readonly deprecated: boolean;
  /** Completions sort by this: the draft's own body first, what is repealed last. */
  readonly rank: number;
}

const MOST = 50;
/** How far before the cursor the noun is looked for. */
const REACH = 120;

/** Citations that fit at `offset`: behind "Resolution", "decisions" …, by number and by words of the title. */
export function completionsAt({ draft, identity }: Analysis, registry: Registry, offset: number): Completion[] {
  const started = startedAt(draft.text, offset, draft.language);
  if (!started) return [];
  const { kind, query, range } = started;
  const wanted = wantedOf(registry, kind, identity);
  const found = numbered(registry, query, wanted, identity.body) ?? byTitle(registry, wordsOf(query), wanted);
  return found.flatMap((hit) => completion(hit, registry, range, query, identity.body) ?? []);
}

/** The noun before `offset` and what is typed behind it; undefined when no noun stands there. */
function startedAt(
  text: string,
  offset: number,
  language: keyof typeof words,
): { kind: Kind; query: string; range: Range } | undefined {
  const from = Math.max(0, offset - REACH, text.lastIndexOf('\n', offset - 1) + 1);
  const before = text.slice(from, offset);
  const nounAt = nounFinder(words[language]);
  const starts = [...before.matchAll(/\p{L}+/gu)].reverse();
  for (const { index } of starts) {
    const noun = nounAt(before, index);
    if (!noun || before[noun.end] !== ' ') continue;
    const start = lastMember(before, noun.end + 1);
    const query = before.slice(start);
    // "Conf. 12" is no end of a sentence
    if (/[;:.]\s/.test(query.replace(/^\p{Lu}\p{L}{0,5}\. /u, ''))) return undefined;
    return { kind: noun.kind, query, range: { start: from + start, end: endOfNumber(text, offset) } };
  }
  return undefined;
}

/** Where the number that the cursor stands in ends: all of it is replaced. */
function endOfNumber(text: string, offset: number): number {
  return offset + (/^(?:[\d/]|[.-](?=\d))*/.exec(text.slice(offset, offset + 20))?.[0].length ?? 0);
}

/** In "decisions MC-3/11, MC-4/9 and MC" only the last member is being written. */
function lastMember(text: string, from: number): number {
  const joint = /^.*\d[^,]*(?:,| and| or| et| y) /s.exec(text.slice(from));
  return joint ? from + joint[0].length : from;
}

/** Instruments whose number begins as typed, of the draft's body first; undefined when no number is being typed. */
function numbered(registry: Registry, query: string, wanted: Wanted, own: string | null): Hit[] | undefined {
  const typed = squeezed(query);
  if (typed !== '' && !/\d/.test(typed) && typed.length > 6) return undefined;
  const ofOwn = { ...wanted, best: (body: string) => (body === own ? wanted.best(body) : undefined) };
  const found = byNumber(registry, typed, typed === '' ? ofOwn : wanted);
  return found.length > 0 || /\d/.test(typed) ? found : undefined;
}

const LAST: Readonly<Partial<Record<NonNullable<Instrument['status']>, number>>> = { repealed: 2, expired: 1 };

/** Instruments of `kind`, the draft's own body before others, repealed ones last; not the draft itself. */
function wantedOf(registry: Registry, kind: Kind, { body: own, instrument: self }: Identity): Wanted {
  const open = new Set(registry.forms.series.filter(({ form }) => !form.named).map(({ body }) => body));
  return {
    most: MOST,
    // a body that is read only when it is named is not offered to the drafts of others
    best: (body) => (body === own ? 0 : open.has(body) ? 10 : undefined),
    rank: (instrument, body) => {
      if (instrument.kind !== kind || instrument.id === self) return undefined;
      const last = instrument.status ? (LAST[instrument.status] ?? 0) : 0;
      return (body === own ? 0 : 10) + last;
    },
  };
}

function completion(
  { instrument, rank }: Hit,
  registry: Registry,
  range: Range,
  query: string,
  own: string | null,
): Completion | undefined {
  const asked = askedById(registry, instrument.id);
  if (!asked) return undefined;
  const { status, current } = standingOf(registry, asked, null);
  const { form, body } = asked.series;
  // a body may have one series that is read only when it is named
  if (form.named && body !== own) return undefined;
  const number = fill(form.writeNumber, asked.parts).trim();
  const revision = current === null ? '' : ` ${revisionOf(registry, body, current)}`;
  const titled = registry.body(body)?.houseStyle === 'cms' && instrument.title ? ` *${instrument.title}*` : '';
  return {
    instrument: instrument.id,
    label: nameOf(registry, instrument.id, current),
    title: titleOf(instrument) ?? instrument.subject ?? null,
    newText: number + revision + titled,
    range,
    filter: query === '' ? number : `${query} ${number} ${titleOf(instrument) ?? ''}`,
    deprecated: status === 'repealed',
    rank,
  };
}
