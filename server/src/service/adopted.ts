import type { Citation } from '../citations/citation';
import { writeParagraphs } from '../citations/paragraphs';
import { fill } from '../citations/pattern';
import type { Instrument, Link, Pack, PartLink, Source } from '../registry/pack';
import type { Registry } from '../registry/registry';
import { isClosing } from '../structure/closing';
import type { Block } from '../structure/model';
import { words } from '../structure/words';
import { lineAt } from '../text/lines';
import type { ReadDraft } from './read-draft';
import { statedRepeals } from './stated-repeals';

/** What an adopted text of the workspace adds to the registry: itself, and what it repeals. */
export interface AdoptedText {
  readonly body: string;
  readonly instrument: Instrument;
  readonly repeals: readonly { readonly instrument: Instrument; readonly line: number }[];
}

/**
 * The facts of a text whose head says that it is adopted: an adoption line ("Adopted by the Conference of the Parties
 * at its 13th Meeting …"), `status: adopted`, or a symbol that is not a draft's. Null for a draft, and for a text that
 * does not say which instrument it is.
 */
export function adoptedText({ draft, identity, citations, status }: ReadDraft, registry: Registry): AdoptedText | null {
  const { body, instrument: id, moment } = identity;
  const series = id === null ? undefined : registry.seriesOf(id);
  if (!draft.isDraft || body === null || id === null || !series || !isAdopted(draft, status)) return null;
  const { form } = series.series;
  const revision = revisionIn(draft.blocks, registry, body);
  const title = draft.title ?? undefined;
  const instrument: Instrument = {
    id,
    kind: form.kind,
    number: fill(form.writeNumber, series.parts).trim(),
    ...(title && { title }),
    ...(!revision && moment?.meeting && { meeting: moment.meeting }),
    ...(!revision && moment?.year && { year: moment.year }),
    ...(revision && { revisions: [revision] }),
  };
  const by: Link = revision ? { id, revision } : { id };
  const asOf = moment?.meeting ?? undefined;
  const repeals = statedRepeals(draft, citations, id).map((citation) => ({
    instrument: repealOf(citation, by, asOf),
    line: lineAt(draft.lines, citation.range.start),
  }));
  return { body, instrument, repeals };
}

function isAdopted({ symbol, blocks, language }: ReadDraft['draft'], status: ReadDraft['status']): boolean {
  if (status !== null) return status === 'adopted';
  const front = blocks.filter((block) => block.kind === 'title').map((block) => block.clean.toLowerCase());
  const { adopted, draft: drafts } = words[language];
  if (front.some((line) => drafts.some((word) => line.startsWith(`${word} `)))) return false;
  if (front.some((line) => adopted.some((word) => line.startsWith(word)))) return true;
  if (symbol !== null && /\/(?:RES|DEC|Res|Dec|Resolution|Decision|Recommendation)[ ./]/.test(symbol)) return true;
  // "8th plenary meeting", "18 November 2016" under the last paragraph
  return blocks.some((block) => block.kind !== 'title' && isClosing(block.clean, words[language]));
}

/** "COP13" when the text is a revision: its heading says "(Rev.COP13)". */
function revisionIn(blocks: readonly Block[], registry: Registry, body: string): string | undefined {
  const id = registry.forms.revisions.get(body)?.form.id;
  if (id === undefined) return undefined;
  for (const { kind, clean } of blocks) {
    const found = kind === 'title' ? /\(Rev\. ?[A-Za-z]+ ?-?(\d+)\)/.exec(clean.slice(0, 400)) : null;
    if (found) return fill(id, { meeting: found[1] as string });
  }
  return undefined;
}

function repealOf({ instrument, kind, text, paragraphs }: Citation, by: Link, asOf: string | undefined): Instrument {
  const named = { id: instrument, kind, number: text };
  if (paragraphs.length > 0)
    return { ...named, partlyRepealedBy: [{ ...by, paragraphs: paragraphs.map(writeParagraphs) }] };
  return { ...named, status: 'repealed', repealedBy: [by], ...(asOf && { asOf }) };
}

/** A text of the workspace and where it stands, as users know the file. */
export interface AdoptedFile {
  readonly file: string;
  /** Its address, for a link. */
  readonly uri?: string;
  readonly text: AdoptedText;
}

/** Files worked on in one step. */
const step = 50;

/** Packs that hold the facts of adopted texts, each with its file and line as source; made in steps. */
export function* workspacePacks(
  files: readonly AdoptedFile[],
  registry: Registry,
): Generator<undefined, Pack[], undefined> {
  const packs = new Map<string, { instruments: Instrument[]; sources: Record<string, Source> }>();
  const revisions = new Map<string, readonly string[]>();
  const parts = new Map<string, readonly PartLink[]>();
  for (const [index, { file, uri, text }] of inOrder(files).entries()) {
    if (index % step === step - 1) yield;
    for (const { instrument, line, body } of factsOf(text, registry, revisions)) {
      const pack = packs.get(body) ?? { instruments: [], sources: {} };
      packs.set(body, pack);
      const place = `${file}:${line + 1}`;
      const note = `Adopted text in this workspace, ${place}`;
      pack.sources[place] = { file: place, note, ...(uri && { uri: `${uri}#L${line + 1}` }) };
      pack.instruments.push({
        ...withParts(instrument, registry, parts),
        sources: [place, ...(registry.instrument(instrument.id)?.sources ?? [])],
      });
    }
  }
  return [...packs].flatMap(([id, { instruments, sources }]) => {
    const body = registry.body(id);
    return body ? [{ version: 1, body, citations: [], instruments, sources, origin: 'this workspace' } as const] : [];
  });
}

/** `instrument` with the parts of it that the registry and the files before this one know to be repealed. */
function withParts(instrument: Instrument, registry: Registry, parts: Map<string, readonly PartLink[]>): Instrument {
  if (!instrument.partlyRepealedBy) return instrument;
  const before = parts.get(instrument.id) ?? registry.instrument(instrument.id)?.partlyRepealedBy ?? [];
  const partlyRepealedBy = [...before, ...instrument.partlyRepealedBy];
  parts.set(instrument.id, partlyRepealedBy);
  return { ...instrument, partlyRepealedBy };
}

/** Earlier texts of an instrument before its later revisions: what comes last wins. */
const inOrder = (files: readonly AdoptedFile[]): AdoptedFile[] =>
  files
    .map((file) => ({ file, at: numberIn(file.text.instrument.revisions?.[0]) }))
    .sort((a, b) => a.at - b.at)
    .map(({ file }) => file);

const numberIn = (meeting: string | undefined): number =>
  meeting === undefined ? 0 : Number(/\d+/.exec(meeting)?.[0] ?? 0);

/** `revisions`: those of each instrument, as far as the files before this one tell. */
function factsOf(text: AdoptedText, registry: Registry, revisions: Map<string, readonly string[]>) {
  const repeals = text.repeals.flatMap(({ instrument, line }) => {
    const body = registry.seriesOf(instrument.id)?.series.body;
    return body && !isKnown(instrument, registry) ? [{ instrument, line, body }] : [];
  });
  return [{ instrument: amongRevisions(text.instrument, registry, revisions), line: 0, body: text.body }, ...repeals];
}

/** Whether the registry names this repeal already: then it knows its moment better than a later revision's text. */
function isKnown({ id, repealedBy }: Instrument, registry: Registry): boolean {
  const known = registry.instrument(id);
  if (known?.status !== 'repealed') return false;
  return known.repealedBy?.some((link) => repealedBy?.some((by) => by.id === link.id)) === true;
}

/** `instrument` with the other revisions that are known; without its title where a later one may have changed it. */
function amongRevisions(
  instrument: Instrument,
  registry: Registry,
  revisions: Map<string, readonly string[]>,
): Instrument {
  const { revisions: own, title, ...facts } = instrument;
  const before = revisions.get(instrument.id) ?? registry.instrument(instrument.id)?.revisions ?? [];
  const added = (own ?? []).filter((meeting) => !before.includes(meeting));
  const all = [...before, ...added].sort((a, b) => numberIn(a) - numberIn(b));
  revisions.set(instrument.id, all);
  const isLatest = all.at(-1) === own?.[0];
  return { ...facts, ...(isLatest && title && { title }), ...(added.length > 0 && { revisions: all }) };
}
