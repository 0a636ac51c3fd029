import { sourceRange } from '../structure/blocks';
import type { Block, Draft } from '../structure/model';
import { type Words, words } from '../structure/words';
import { overlaps, type Range } from '../text/range';
import { chooseBody } from './choose';
import type { Citation } from './citation';
import { type FormsIndex, idOf, type Reading, readAfter, readAlone, readMember } from './forms-index';
import { type Noun, nounFinder, wordEnd } from './nouns';
import { fill, isWordCode, match, mayBegin } from './pattern';

/** Every citation of a draft, in the order of the text. `own` is the draft's body, when it is known. */
export function readCitations(draft: Draft, index: FormsIndex, own: string | null): Citation[] {
  const reader = new BlockReader(index, own, words[draft.language], draft.identifier?.range);
  return draft.blocks.flatMap((block) => reader.read(block));
}

interface Chosen {
  readonly reading: Reading;
  readonly others: readonly string[];
}

/** How far behind its noun a number that stands by itself still belongs to it. */
const NEAR = 400;

class BlockReader {
  private readonly nounAt: (text: string, at: number) => Noun | undefined;
  private readonly joints: ReadonlySet<string>;
  private block!: Block;
  private found: Citation[] = [];
  private noun: Noun | undefined;
  /** The series that the noun began a list of. */
  private list: Reading | undefined;

  constructor(
    private readonly index: FormsIndex,
    private readonly own: string | null,
    words: Words,
    private readonly identifier: Range | undefined,
  ) {
    this.nounAt = nounFinder(words);
    this.joints = new Set(words.joints.map((joint) => joint.split(' ').at(-1) as string));
  }

  /** One pass over the block: nouns lead to numbers, and some numbers stand by themselves. */
  read(block: Block): Citation[] {
    const text = block.clean;
    if (!/\d/.test(text)) return [];
    this.block = block;
    this.found = [];
    this.noun = this.list = undefined;
    for (let at = 0; at < text.length; ) {
      if (isWordCode(text.charCodeAt(at))) at = mayBegin(text, at) ? this.word(text, at) : wordEnd(text, at);
      else {
        if (text[at] === ';') this.noun = this.list = undefined;
        at++;
      }
    }
    return this.found;
  }

  /** Reads what begins at `at`; gives where to go on. */
  private word(text: string, at: number): number {
    const noun = this.nounAt(text, at);
    if (noun) return this.behindNoun(text, noun);
    const member = this.list && this.member(text, at, this.list);
    const chosen = member ? { reading: member, others: [] } : this.alone(text, at);
    if (!chosen) return wordEnd(text, at);
    this.cite(at, chosen);
    this.list = this.noun && chosen.reading;
    return chosen.reading.end;
  }

  private behindNoun(text: string, noun: Noun): number {
    this.noun = noun;
    this.list = undefined;
    const at = skipBlanks(text, noun.end);
    const chosen = this.choose(readAfter(this.index, noun.kind, text, at), noun);
    if (!chosen) return noun.end;
    this.cite(at, chosen);
    this.list = chosen.reading;
    return chosen.reading.end;
  }

  private alone(text: string, at: number): Chosen | undefined {
    if (isSmallLetter(text.charCodeAt(at))) return undefined;
    const readings = readAlone(this.index, text, at);
    const near = this.noun && at - this.noun.end < NEAR ? this.noun : undefined;
    const fitting = near ? readings.filter((reading) => reading.series.form.kind === near.kind) : [];
    return this.choose(fitting.length > 0 ? fitting : readings, near ?? { start: at, end: at });
  }

  private choose(readings: readonly Reading[], noun: Pick<Noun, 'start' | 'end'>): Chosen | undefined {
    return readings.length === 0 ? undefined : chooseBody(readings, this.block.clean, noun, this.index, this.own);
  }

  /** A number at `at` that goes on with the list: after a comma or "and", in the form of its first member. */
  private member(text: string, at: number, list: Reading): Reading | undefined {
    const before = text.slice(Math.max(0, at - 12), at).trimEnd();
    const word = /[^\s,]*$/.exec(before)?.[0].toLowerCase() ?? '';
    if (!before.endsWith(',') && !before.endsWith('&') && !this.joints.has(word)) return undefined;
    if (this.noun?.plural === false && at - list.end > 6) return undefined;
    const read = readMember(list.series, text, at);
    return read && { ...read, series: list.series, alone: list.alone };
  }

  private cite(at: number, { reading, others }: Chosen): void {
    const { block } = this;
    const clean = { start: numberStart(block.clean, at, reading.end), end: reading.end };
    const range = sourceRange(block, clean);
    if (this.identifier && overlaps(this.identifier, range)) return;
    const revision = this.revision(block, reading);
    const { series, parts } = reading;
    this.found.push({
      text: block.clean.slice(clean.start, clean.end),
      range,
      instrument: idOf(reading),
      body: series.body,
      kind: series.form.kind,
      series,
      parts,
      revision: revision?.id ?? null,
      revisionRange: revision ? sourceRange(block, revision.at) : null,
      others,
      block,
      clean,
    });
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

const isSmallLetter = (code: number): boolean => code >= 97;

const skipBlanks = (text: string, at: number): number => {
  let i = at;
  while (text[i] === ' ') i++;
  return i;
};
