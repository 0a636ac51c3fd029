import type { Pack } from '../registry/pack';
import { createRegistry } from '../registry/registry';
import type { Finding } from '../rules/rule';
import { applyEdits, withoutOverlaps } from '../text/edits';
import { lineAt } from '../text/lines';
import { overlaps, type Range, type TextEdit } from '../text/range';
import { type AdoptedFile, adoptedText, workspacePacks } from './adopted';
import { analyse } from './analyse';
import type { AnalyseOptions, Analysis, Mended, OfferedFix, Service, ServiceParts, Settings } from './api';
import { citedInstruments } from './cited';
import { citedAt } from './cited-at';
import { completionsAt } from './complete';
import { draftStatus } from './draft-status';
import { factsOf } from './facts';
import { findInstruments } from './find';
import { hoverAt } from './hover';
import { officialLinks } from './links';
import { lookup } from './lookup';
import { pageOf } from './page';
import { type ReadDraft, readDraft } from './read-draft';
import { silencesOf } from './silence';
import { summaryOf } from './summary';
import { tokenPieces } from './token-pieces';

/** How often fix-all looks again at what its own mends gave; more rounds would mean that two mends fight. */
const ROUNDS = 8;
/** Of how many findings in one selection mends and comments are offered. */
const MOST_TOUCHED = 50;

/** The service over `packs`, in the order given: a later pack wins over an earlier one. */
export function createService({ packs, log }: ServiceParts): Service {
  const registry = createRegistry(packs as readonly Pack[]);
  const read = (text: string, options: AnalyseOptions, before?: Analysis): Analysis =>
    analyse(text, options, registry, log, before);
  function* addAdopted(files: readonly AdoptedFile[]): Generator<undefined, Service, undefined> {
    const added = yield* workspacePacks(files, registry);
    return createService({ packs: [...packs, ...added], ...(log && { log }) });
  }
  return Object.freeze({
    analyse: read,
    hover: (analysis: Analysis, offset: number) => hoverAt(analysis, registry, offset),
    fixes,
    fixAll: (text: string, options: AnalyseOptions, rule?: string) =>
      mendAll(text, (now) => read(now, options), rule).after.draft.text,
    mend: (text: string, options: AnalyseOptions) => mendAll(text, (now) => read(now, options)),
    silences,
    facts: (analysis: Analysis) => factsOf(analysis, registry),
    status: (analysis: Analysis, settings: Settings) => draftStatus(analysis, settings, registry),
    lookup: (query: string) => lookup(registry, query),
    complete: (analysis: Analysis, offset: number) => completionsAt(analysis, registry, offset),
    page: (id: string) => pageOf(registry, id),
    citedAt,
    adopted: (analysis: Analysis) => adoptedText(analysis, registry),
    summary: (text: string, options: AnalyseOptions) => summaryOf(readDraft(text, options, registry), registry),
    summaryOf: (draft: ReadDraft) => summaryOf(draft, registry),
    withAdopted: (files: readonly AdoptedFile[]) => lastOf(addAdopted(files)),
    addAdopted,
    links: (analysis: Analysis) => officialLinks(analysis, registry),
    cited: (analysis: Analysis) => citedInstruments(analysis, registry),
    find: (query: string) => findInstruments(registry, query),
    tokens: tokenPieces,
  });
}

/** What steps lead to, taken at once. */
function lastOf<T>(steps: Generator<undefined, T, undefined>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * The findings that touch a range, the first of very many: nobody picks one mend of hundreds, and each may change the
 * whole text.
 */
const touched = ({ findings }: Analysis, range: Range): Finding[] =>
  findings
    .filter(
      (finding) =>
        overlaps(finding.range, range) || finding.range.start === range.end || finding.range.end === range.start,
    )
    .slice(0, MOST_TOUCHED);

const fixes = (analysis: Analysis, range: Range): OfferedFix[] =>
  touched(analysis, range).flatMap((finding) => (finding.fixes?.() ?? []).map((fix) => ({ ...fix, finding })));

function silences(analysis: Analysis, range: Range): OfferedFix[] {
  const { draft } = analysis;
  const first = new Map<string, Finding>();
  for (const finding of touched(analysis, range)) {
    const key = `${finding.rule} ${lineAt(draft.lines, finding.range.start)}`;
    if (!first.has(key)) first.set(key, finding);
  }
  return [...first.values()].flatMap((finding) => silencesOf(draft, finding).map((fix) => ({ ...fix, finding })));
}

/** Applies the safe mends, or those of `rule`, round by round, each whole or not at all, until none is left. */
function mendAll(text: string, read: (text: string) => Analysis, rule?: string): Mended {
  const before = read(text);
  let after = before;
  for (let round = 0; round < ROUNDS; round++) {
    const edits = safeEdits(after, rule);
    if (edits.length === 0) break;
    after = read(applyEdits(after.draft.text, edits));
  }
  return { before, after };
}

/** The safe mends of an analysis, each whole or not at all: one that touches an earlier one waits for the next round. */
function safeEdits({ findings, draft }: Analysis, rule: string | undefined): TextEdit[] {
  const taken: TextEdit[] = [];
  const busy = new Uint8Array(draft.text.length + 1);
  for (const finding of findings) {
    // a finding inside an edit already taken: its mend would touch that edit, and need not be made
    if (!finding.fixable || (rule !== undefined && finding.rule !== rule) || busy[finding.range.start]) continue;
    const fix = finding.fixes?.().find((one) => one.safe);
    const edits = fix ? withoutOverlaps(fix.edits) : [];
    if (edits.some(({ range }) => busy.subarray(range.start, endOf(range)).includes(1))) continue;
    for (const { range } of edits) busy.fill(1, range.start, endOf(range));
    taken.push(...edits);
  }
  return taken;
}

/** An insertion occupies the place it is made at. */
const endOf = ({ start, end }: Range): number => Math.max(end, start + 1);
