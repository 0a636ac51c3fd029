import { type EndingKind, endingKind } from '../structure/ending';
import type { Draft, Paragraph } from '../structure/model';
import { forms } from './forms';
import type { HouseStyle } from './house-style';
import { type Body, bodiesOf, type Limb } from './limbs';

/** Whether "and" may, must or must not stand behind the mark. */
export type Joint = 'no' | 'yes' | 'any';

/** The end of a paragraph, and the end that it should have. */
export interface End {
  readonly paragraph: Paragraph;
  readonly ending: EndingKind;
  /** The marks it may end in, the best first. */
  readonly marks: string;
  readonly joint: Joint;
}

/** Ends that one way of writing may hold for: those of the preamble, or of the operative part, or of their items. */
export interface EndGroup {
  readonly name: string;
  readonly ends: readonly End[];
}

type Mark = ',' | ';' | '.';
const MARK = { comma: ',', semicolon: ';' } as const;
/** From this share on, a mark that a house style leaves open is the text's own. */
const OWN = 0.6;
/**
 * What may stand below a text without being a part of it: "52nd plenary meeting 1 December 2025", "[Annex not
 * attached.]", "* Sponsors may still join.", the masthead of its last page as a table.
 */
const CLOSING = /^[\p{Lu}\d([|*].{0,120}[^;,:]$/u;

/** The ends of each decision's paragraphs and items that can be judged. */
export const endsOf = (draft: Draft, style: HouseStyle): EndGroup[] =>
  bodiesOf(draft).flatMap((body) => new Reader(draft, style, body).groups());

class Reader {
  private readonly ends: Record<'preamble' | 'operative' | 'list', End[]> = { preamble: [], operative: [], list: [] };

  constructor(
    private readonly draft: Draft,
    private readonly style: HouseStyle,
    private readonly body: Body,
  ) {}

  groups(): EndGroup[] {
    const preamble = this.body.limbs.filter(({ paragraph }) => paragraph.part === 'preamble');
    const operative = this.body.limbs.filter(({ paragraph }) => paragraph.part === 'operative');
    this.preamble(preamble);
    this.operative(operative);
    const { ends } = this;
    return [
      { name: 'paragraphs of the preamble', ends: ends.preamble },
      { name: 'operative paragraphs', ends: ends.operative },
      { name: 'sub-paragraphs', ends: ends.list },
    ];
  }

  private preamble(limbs: readonly Limb[]): void {
    const { preambleEnd, preambleAnd } = this.style;
    const mark = preambleEnd === 'any' ? this.usual(limbs, ',') : MARK[preambleEnd as 'comma' | 'semicolon'];
    limbs.forEach((limb, i) => {
      const isLastButOne = limbs[i + 2] === undefined;
      const joint = preambleAnd === 'before-last' ? 'yes' : (preambleAnd as Joint);
      // behind the last one the formula may follow: "…; and" there is right where "and" is
      const here = this.jointAt(joint, isLastButOne, limbs[i + 1] === undefined);
      this.take('preamble', limb, mark, here);
    });
  }

  private operative(limbs: readonly Limb[]): void {
    const isKnown = this.style.id !== 'generic';
    const inner = isKnown ? ';' : this.usual(limbs.slice(0, -1), ';');
    const ends = new Set(limbs.filter((limb, i) => limbs[i + 1]?.paragraph.section !== limb.paragraph.section));
    ends.delete(limbs.at(-1) as Limb);
    // some bodies end a section in a full stop; what most sections of this text end in holds for all of them
    const sectionEnd = ends.size > 1 ? this.usual([...ends], ';') || ';.' : ';.';
    limbs.forEach((limb, i) => {
      const after = limbs[i + 1];
      const isLastButOne = after !== undefined && limbs[i + 2] === undefined;
      const joint = this.jointAt(this.style.operativeAnd as Joint, isLastButOne, after === undefined);
      if (after === undefined) this.take('operative', limb, '.', joint);
      else this.take('operative', limb, ends.has(limb) ? sectionEnd : inner, joint);
    });
  }

  /** The end of `limb`, which is that of its last item where it has items. */
  private take(group: 'preamble' | 'operative' | 'list', limb: Limb, marks: string, joint: Joint): void {
    const { items, paragraph } = limb;
    if (items.length === 0) {
      if (this.goesOn(limb)) return;
      this.add(group, limb, marks, joint);
      return;
    }
    this.add(group, limb, ':—', 'no');
    this.list(items, marks, joint, paragraph.part === 'preamble');
  }

  private list(items: readonly Limb[], last: string, joint: Joint, isPreamble: boolean): void {
    const isProse = items.some(({ paragraph }) => hasSentences(paragraph.block.clean));
    const isBare = items.every((limb) => this.endingOf(limb).mark === null);
    if (isProse || isBare) return;
    items.forEach((limb, i) => {
      const isLast = i === items.length - 1;
      const own = this.jointAt(this.style.itemAnd as Joint, i === items.length - 2, false);
      // the end of the list is that of its paragraph, whose "and" may stand there or not
      const atEnd = joint === 'yes' ? 'any' : joint;
      this.take('list', limb, isLast ? last : isPreamble ? ';,' : ';', isLast ? atEnd : own);
    });
  }

  private add(group: 'preamble' | 'operative' | 'list', limb: Limb, marks: string, joint: Joint): void {
    const ending = this.endingOf(limb);
    if (ending.isOpen || marks === '' || !(limb.isSettled || this.isLastOption(limb))) return;
    this.ends[group].push({ paragraph: limb.paragraph, ending, marks, joint });
  }

  /** Whether more of the paragraph follows it that is no paragraph: a text it inserts, a table, words behind a list. */
  private goesOn(limb: Limb): boolean {
    const { behind, isParted, paragraph } = limb;
    if (isParted && this.endingOf(limb).mark === null) return true;
    if (behind?.kind === 'other') return !this.isLast(limb) || !CLOSING.test(behind.clean);
    // "Decides:" / "1. To request …" (ozone treaties)
    return endsInColon(paragraph.block.clean) && (behind?.kind !== 'operative' || paragraph.label === null);
  }

  /** Whether no paragraph of the decision comes behind `limb`, an item of its last one or that one itself. */
  private isLast({ paragraph }: Limb): boolean {
    return paragraph.range.start >= (this.body.limbs.at(-1)?.paragraph.range.start ?? 0);
  }

  /** Whether `limb` is an option that the text ends in: whichever is taken, a full stop is right there. */
  private isLastOption({ paragraph, items }: Limb): boolean {
    const { label, options, level } = paragraph;
    return (
      options.length > 0 &&
      label?.suffix === null &&
      level + items.length === 0 &&
      paragraph === this.body.limbs.at(-1)?.paragraph
    );
  }

  private jointAt(wanted: Joint, isLastButOne: boolean, isLast: boolean): Joint {
    if (wanted === 'any') return isLastButOne || isLast ? 'any' : 'no';
    if (wanted === 'no') return 'no';
    return isLastButOne && !isLast ? 'yes' : 'no';
  }

  private usual(limbs: readonly Limb[], usual: Mark): Mark | '' {
    const marks = limbs.filter(({ items }) => items.length === 0).map((limb) => this.endingOf(limb).mark);
    if (marks.length === 0) return usual;
    const best = ([usual, ';', '.', ','] as const).find(
      (one) => marks.filter((mark) => mark === one).length >= OWN * marks.length,
    );
    return best ?? (marks.length < 3 ? usual : '');
  }

  private endingOf({ paragraph }: Limb): EndingKind {
    return endingKind(paragraph.block.clean, this.draft.language);
  }
}

/** As much of an item as its label has, whose full stop ends no sentence. */
const LABEL = 6;

/** Whether an item goes on behind the end of a sentence. Most have none, and need no pattern. */
export const hasSentences = (clean: string): boolean =>
  (clean.indexOf('. ', LABEL) >= 0 || clean.indexOf('! ', LABEL) >= 0 || clean.indexOf('? ', LABEL) >= 0) &&
  /[.!?] \p{Lu}/u.test(clean.slice(LABEL));

/** Whether the last sign of a text is a colon, or one of the last three with no word behind it. */
export const endsInColon = (clean: string): boolean => /:\W{0,2}$/.test(clean.slice(-3));

/** Whether the words behind the mark are "and", not "or". */
export const isAnd = ({ language }: Draft, { joint }: EndingKind): boolean =>
  joint !== null && forms[language].and.includes(joint.toLowerCase());
