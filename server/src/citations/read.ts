import { sourceRange } from '../structure/blocks';
import type { Block, Draft, Kind, Language } from '../structure/model';
import { scanOf } from '../structure/scanned';
import { type Words, words } from '../structure/words';
import { codeAt } from '../text/code-at';
import { overlaps, type Range } from '../text/range';
import { Sign } from '../text/scan';
import { chooseBody, namedBetween } from './choose';
import type { Citation } from './citation';
import { type FormsIndex, idOf, type Stops, stopsOf } from './forms-index';
import { citingNouns, type Noun, nounFinder } from './nouns';
import { paragraphsOf } from './paragraphs';
import { fill, isDigitCode, isWordCode, mayBegin, wordEnd } from './pattern';
import { mayReadMember, type Reading, readAfter, readAlone, readMember } from './readings';

/** What of a draft the reading of its citations depends on, beside their blocks. */
export type Citing = Pick<Draft, 'language' | 'identifier' | 'symbol' | 'kind'>;

/** Every citation of a draft, in the order of the text. `own` is the draft's body, when it is known. */
export const readCitations = (draft: Draft, index: FormsIndex, own: string | null): Citation[] =>
  draft.blocks.flatMap(citationReader(draft, index, own));

/** Reads the citations of one block after the other. */
export function citationReader(citing: Citing, index: FormsIndex, own: string | null): (block: Block) => Citation[] {
  const reader = new BlockReader(index, own, citing);
  return (block) => reader.read(block);
}

interface Chosen {
  readonly reading: Reading;
  readonly others: readonly string[];
}

/** What most blocks cite. */
const NONE: Citation[] = [];
const SEMICOLON = 59;
const BLANK = 32;
const SMALL_A = 97;
/** "(Rev.)": the meeting is not named. */
const BARE_REVISION = 'Rev.';
const SHORT = 80;
/** How far behind its noun a number that stands by itself still belongs to it. */
const NEAR = 400;

class BlockReader {
  private readonly nounAt: (text: string, at: number) => Noun | undefined;
  private readonly language: Language;
  private readonly words: Words;
  private readonly joints: ReadonlySet<string>;
  /** What the text's own number may mean. */
  private readonly ownIds: ReadonlySet<string>;
  private readonly identifier: Range | undefined;
  private block!: Block;
  private found = NONE;
  private noun: Noun | undefined;
  /** The last number of the list that the noun began. */
  private list: Chosen | undefined;

  constructor(
    private readonly index: FormsIndex,
    private readonly own: string | null,
    { language, identifier, symbol, kind }: Citing,
  ) {
    this.words = words[language];
    this.nounAt = nounFinder(this.words);
    this.language = language;
    this.joints = new Set(this.words.joints.map((joint) => joint.split(' ').at(-1) as string));
    this.identifier = identifier?.range;
    const numbers = [identifier?.text, symbol].filter((text) => text != null);
    this.ownIds = new Set(numbers.flatMap((text) => idsIn(index, text, identifier?.kind ?? kind)));
  }

  /** One pass over the block: nouns lead to numbers, and some numbers stand by themselves. */
  read(block: Block): Citation[] {
    const { signs, sets, hits } = scanOf(block, this.language);
    if ((signs & Sign.digit) === 0) return NONE;
    const text = block.clean;
    this.block = block;
    this.found = NONE;
    this.noun = this.list = undefined;
    let hit = (sets & citingNouns) === 0 ? hits.length : 0;
    for (let at = 0; at < text.length; ) {
      while (hit < hits.length && ((hits[hit] as number) < at || !isNoun(hits[hit + 2] as number))) hit += 3;
      const noun = hit < hits.length ? (hits[hit] as number) : text.length;
      const stops = this.stops();
      while (at < noun && isPassedOver(stops, text.charCodeAt(at))) at++;
      if (at === text.length) break;
      const code = text.charCodeAt(at);
      if (isWordCode(code)) at = this.mayBegin(text, at) ? this.word(text, at) : wordEnd(text, at);
      else {
        if (code === SEMICOLON) this.noun = this.list = undefined;
        at++;
      }
    }
    return this.found;
  }

  /** The characters to look at: those at which a noun begins are known beside. */
  private stops(): Stops {
    const { list, noun, index } = this;
    if (list === undefined) return FREE;
    if (list.others.length > 0 && noun) return EVERY_WORD;
    return index.members.get(list.reading.series)?.stops ?? FREE;
  }

  /** Whether a word or a number begins at `at`, the second one of a range ("14.5-14.8") too. */
  private mayBegin(text: string, at: number): boolean {
    return mayBegin(text, at) || (text[at - 1] === '-' && this.found.at(-1)?.clean.end === at - 1);
  }

  /** Reads what begins at `at`; gives where to go on. */
  private word(text: string, at: number): number {
    const noun = this.nounAt(text, at);
    if (noun) return this.behindNoun(text, noun);
    const chosen = (this.list && this.member(text, at, this.list)) ?? this.alone(text, at);
    if (chosen === undefined) return wordEnd(text, at);
    this.cite(at, chosen);
    this.list = this.noun && chosen;
    return chosen.reading.end;
  }

  private behindNoun(text: string, noun: Noun): number {
    this.noun = noun.draft ? undefined : noun;
    this.list = undefined;
    const at = skipBlanks(text, noun.end);
    const readings = readAfter(this.index, noun.kind, text, at);
    if (noun.draft) return [...readings, ...readAlone(this.index, text, at)][0]?.end ?? noun.end;
    const chosen = this.choose(readings, noun);
    if (!chosen) return this.behindName(text, noun) ?? noun.end;
    this.cite(at, chosen);
    this.list = chosen;
    return chosen.reading.end;
  }

  /** "resolutions of the Security Council 1269 (1999) and 1368 (2001)" */
  private behindName(text: string, noun: Noun): number | undefined {
    const name = namedBetween(this.index, text, noun.end);
    if (!name) return undefined;
    const at = skipBlanks(text, name.end);
    const reading = readAfter(this.index, noun.kind, text, at).find(({ series }) => series.body === name.body);
    if (!reading) return undefined;
    this.list = { reading, others: [] };
    this.cite(at, this.list);
    return reading.end;
  }

  private alone(text: string, at: number): Chosen | undefined {
    if (text.charCodeAt(at) >= SMALL_A) return undefined;
    const readings = readAlone(this.index, text, at);
    if (readings.length === 0) return undefined;
    const near = this.noun && at - this.noun.end < NEAR ? this.noun : undefined;
    const fitting = near ? readings.filter((reading) => reading.series.form.kind === near.kind) : [];
    return this.choose(fitting.length > 0 ? fitting : readings, near ?? { start: at, end: at });
  }

  private choose(readings: readonly Reading[], noun: Pick<Noun, 'start' | 'end'>): Chosen | undefined {
    return readings.length === 0 ? undefined : chooseBody(readings, this.block.clean, noun, this.index, this.own);
  }

  /** A number at `at` that goes on with the list: after a comma or "and", of the same body. */
  private member(text: string, at: number, { reading, others }: Chosen): Chosen | undefined {
    const kind = others.length > 0 ? this.noun?.kind : undefined;
    const mayRead = kind
      ? this.index.after[kind].at(text, at).length > 0
      : mayReadMember(this.index, reading, text, at);
    if (!mayRead || !this.isJoined(text, at)) return undefined;
    const between = text.slice(reading.end, at).replace(/^ ?\([^()]{1,24}\)/, '');
    if (this.noun?.plural === false && between.length > 6) return undefined;
    // where the body is not certain of the one before, it is not of this one
    if (others.length > 0 && this.noun) return this.choose(readAfter(this.index, this.noun.kind, text, at), this.noun);
    const member = readMember(this.index, reading, text, at);
    return member && { reading: member, others: [] };
  }

  /** Whether a comma, a dash or a word that goes on with a list stands before `at`. */
  private isJoined(text: string, at: number): boolean {
    const before = text.slice(Math.max(0, at - 12), at).trimEnd();
    if (',&–-'.includes(before.charAt(before.length - 1))) return before !== '';
    return this.joints.has(/(?<![^\s,])[^\s,]*$/.exec(before)?.[0].toLowerCase() ?? '');
  }

  private cite(at: number, { reading, others }: Chosen): void {
    const { block } = this;
    const clean = { start: numberStart(block.clean, at, reading.end), end: reading.end };
    const range = sourceRange(block, clean);
    if (this.identifier && overlaps(this.identifier, range)) return;
    const instrument = idOf(reading);
    if (this.isOwnNumber(instrument)) return;
    const revision = this.revision(block, reading);
    const { series, parts } = reading;
    if (this.found === NONE) this.found = [];
    this.found.push({
      text: block.clean.slice(clean.start, clean.end),
      range,
      instrument,
      body: series.body,
      kind: series.form.kind,
      series,
      parts,
      revision: revision?.id ?? null,
      revisionRange: revision ? sourceRange(block, revision.at) : null,
      others,
      paragraphs: paragraphsOf(block.clean, { start: at, end: revision?.at.end ?? clean.end }, this.words),
      block,
      clean,
    });
  }

  /** Page headers and mastheads bear the text's own number once more. */
  private isOwnNumber(id: string): boolean {
    const { kind, clean } = this.block;
    const mayBe = kind === 'title' || kind === 'heading' || (kind === 'other' && clean.length < SHORT);
    return mayBe && this.ownIds.has(id);
  }

  private revision(block: Block, reading: Reading): { id: string; at: Range } | undefined {
    const forms = this.index.revisions.get(reading.series.body);
    if (!forms) return undefined;
    const start = skipBlanks(block.clean, reading.end);
    for (const one of forms.read) {
      const end = one.endAt(block.clean, start);
      if (end < 0) continue;
      const parts = one.partsAt(block.clean, start);
      const id = Object.keys(parts).length > 0 ? fill(forms.form.id, parts) : BARE_REVISION;
      return { id, at: { start, end } };
    }
    return undefined;
  }
}

/** The ids of all instruments that `text` may be the number of. */
function idsIn(index: FormsIndex, text: string, kind: Kind | null): string[] {
  const at = numberStart(text, 0, text.length);
  const readings = [...readAlone(index, text, 0), ...(kind ? readAfter(index, kind, text, at) : [])];
  return readings.map(idOf);
}

/** In "UNEP/CMS/Resolution 12.3" the number begins behind the noun. */
function numberStart(text: string, at: number, end: number): number {
  if (isDigitCode(text.charCodeAt(at))) return at;
  const symbol = /^[A-Z]{1,10}(?:\/[A-Za-z.]{1,20}){1,4} (?=\S)/.exec(text.slice(at, end));
  return symbol ? at + symbol[0].length : at;
}

const isNoun = (sets: number): boolean => (sets & citingNouns) !== 0;

/** Where no list is open. */
const FREE = stopsOf();
/** Where it is not certain of which body a list is. */
const EVERY_WORD: Stops = new Uint8Array(128).fill(1);

const isPassedOver = (stops: Stops, code: number): boolean => code > 127 || stops[code] === 0;

const skipBlanks = (text: string, at: number): number => {
  let i = at;
  while (codeAt(text, i) === BLANK) i++;
  return i;
};
