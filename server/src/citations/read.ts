import { sourceRange } from '../structure/blocks';
import type { Block, Draft, Kind } from '../structure/model';
import { type Words, words } from '../structure/words';
import { overlaps, type Range } from '../text/range';
import { chooseBody } from './choose';
import type { Citation } from './citation';
import { type FormsIndex, idOf, type Reading, readAfter, readAlone, readMember } from './forms-index';
import { fill, isWordCode, match, mayBegin } from './pattern';

interface Noun {
  readonly kind: Kind;
  readonly plural: boolean;
  readonly start: number;
  readonly end: number;
}

/** Every citation of a draft, in the order of the text. `own` is the draft's body, when it is known. */
export function readCitations(draft: Draft, index: FormsIndex, own: string | null): Citation[] {
  const reader = new BlockReader(index, own, words[draft.language], draft.identifier?.range);
  return draft.blocks.flatMap((block) => reader.read(block));
}

class BlockReader {
  private readonly nouns = new Map<string, { kind: Kind; plural: boolean }>();
  private readonly joints: ReadonlySet<string>;

  constructor(
    private readonly index: FormsIndex,
    private readonly own: string | null,
    words: Words,
    private readonly identifier: Range | undefined,
  ) {
    for (const kind of ['resolution', 'decision', 'recommendation'] as const) {
      for (const noun of words.nouns[kind]) this.nouns.set(noun, { kind, plural: words.plurals.includes(noun) });
    }
    this.joints = new Set(words.joints.map((joint) => joint.split(' ').at(-1) as string));
  }

  /** One pass over the block: nouns lead to numbers, and some numbers stand by themselves. */
  read(block: Block): Citation[] {
    const text = block.clean;
    if (!/\d/.test(text)) return [];
    const found: Citation[] = [];
    let noun: Noun | undefined;
    /** The series a plural noun began a list of. */
    let list: Reading | undefined;
    for (let at = 0; at < text.length; ) {
      if (!isWordCode(text.charCodeAt(at))) {
        if (text[at] === ';') noun = list = undefined;
        at++;
        continue;
      }
      if (!mayBegin(text, at)) {
        at = wordEnd(text, at);
        continue;
      }
      const next = this.nounAt(text, at);
      if (next) {
        noun = next;
        list = undefined;
        const reading = this.choose(readAfter(this.index, next.kind, text, skipBlanks(text, next.end)), block, next);
        at = next.end;
        if (!reading) continue;
        found.push(...this.citation(block, skipBlanks(text, next.end), reading));
        list = reading.reading;
        at = found.at(-1)?.clean.end ?? reading.reading.end;
        continue;
      }
      const member = list && this.member(text, at, list, noun);
      const readings = member ? { reading: member, others: [] } : this.alone(text, at, block, noun);
      if (!readings) {
        at = wordEnd(text, at);
        continue;
      }
      found.push(...this.citation(block, at, readings));
      list = noun ? readings.reading : undefined;
      at = readings.reading.end;
    }
    return found;
  }

  private alone(text: string, at: number, block: Block, noun: Noun | undefined) {
    const code = text.charCodeAt(at);
    if (code > 90) return undefined;
    const readings = readAlone(this.index, text, at);
    if (readings.length === 0) return undefined;
    const near = noun && at - noun.end < 400 ? noun : undefined;
    const fitting = near ? readings.filter((reading) => reading.series.form.kind === near.kind) : [];
    return this.choose(
      fitting.length > 0 ? fitting : readings,
      block,
      near ?? { start: at, end: at, kind: 'decision', plural: false },
    );
  }

  private choose(readings: readonly Reading[], block: Block, noun: Noun) {
    return readings.length === 0 ? undefined : chooseBody(readings, block.clean, noun, this.index, this.own);
  }

  private nounAt(text: string, at: number): Noun | undefined {
    const code = text.charCodeAt(at);
    if (isDigit(code)) return undefined;
    const end = wordEnd(text, at);
    const word = text.slice(at, Math.min(end, at + 24)).toLowerCase();
    const found = this.nouns.get(word) ?? (text[end] === '.' ? this.nouns.get(`${word}.`) : undefined);
    if (!found) return undefined;
    return { ...found, start: at, end: this.nouns.has(word) ? end : end + 1 };
  }

  /** A number at `at` that goes on with the list: after a comma or "and", in the form of its first member. */
  private member(text: string, at: number, list: Reading, noun: Noun | undefined): Reading | undefined {
    const before = text.slice(Math.max(0, at - 12), at).trimEnd();
    const word = /[^\s,]*$/.exec(before)?.[0].toLowerCase() ?? '';
    if (!before.endsWith(',') && !before.endsWith('&') && !this.joints.has(word)) return undefined;
    if (noun && !noun.plural && at - list.end > 6) return undefined;
    const read = readMember(list.series, text, at);
    return read && { ...read, series: list.series, alone: list.alone };
  }

  private citation(block: Block, at: number, chosen: { reading: Reading; others: readonly string[] }): Citation[] {
    const { reading, others } = chosen;
    const clean = { start: numberStart(block.clean, at, reading.end), end: reading.end };
    const range = sourceRange(block, clean);
    if (this.identifier && overlaps(this.identifier, range)) return [];
    const revision = this.revision(block, reading);
    return [
      {
        text: block.clean.slice(clean.start, clean.end),
        range,
        instrument: idOf(reading),
        body: reading.series.body,
        kind: reading.series.form.kind,
        series: reading.series,
        parts: reading.parts,
        revision: revision?.id ?? null,
        revisionRange: revision ? sourceRange(block, revision.at) : null,
        others,
        block,
        clean,
      },
    ];
  }

  private revision(block: Block, reading: Reading): { id: string; at: Range } | undefined {
    const forms = this.index.revisions.get(reading.series.body);
    if (!forms) return undefined;
    const start = skipBlanks(block.clean, reading.end);
    for (const one of forms.read) {
      const read = match(one, block.clean, start);
      if (read) return { id: fill(forms.form.id, read.parts), at: { start, end: read.end } };
    }
    return undefined;
  }
}

/** In "UNEP/CMS/Resolution 12.3" the number begins behind the noun. */
function numberStart(text: string, at: number, end: number): number {
  const symbol = /^[A-Z]{1,10}(?:\/[A-Za-z.]{1,20}){1,4} (?=\S)/.exec(text.slice(at, end));
  return symbol ? at + symbol[0].length : at;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function wordEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && isWordCode(text.charCodeAt(end))) end++;
  return end;
}

const skipBlanks = (text: string, at: number): number => {
  let i = at;
  while (text[i] === ' ') i++;
  return i;
};
