import type { Draft } from '../structure/model';
import type { TextEdit } from '../text/range';
import type { RuleContext } from './context';
import { forms } from './forms';
import type { HouseStyle } from './house-style';
import { type Lead, leadOf, type Place, phraseOf, placeIn, type Rank, rewritten } from './leads';
import { bodiesOf, type Limb } from './limbs';
import { misplacedWords, placeUsed } from './place-of-also';
import type { Report, Rule } from './rule';
import { shapeOf } from './shape';

/** R39–R42: "also" and "further" missing, orphaned, out of turn, or in another place than the house style's. */
export const verbSequence: Rule = {
  id: 'verb-sequence',
  summary: 'An “also” or “further” missing, orphaned or out of turn where a verb is repeated.',
  severity: 'hint',
  digest: shapeOf,
  *check({ draft, style }: RuleContext): Iterable<Report> {
    if (forms[draft.language].sequence.length === 0) return;
    for (const { limbs } of bodiesOf(draft)) {
      for (const part of ['preamble', 'operative'] as const) {
        const own = limbs.filter(({ paragraph }) => paragraph.part === part);
        const leads = own.map((limb) => (limb.isSettled ? leadOf(draft, limb) : null));
        yield* misplacedWords(draft, style, part, leads);
        if (style.repetition !== 'off') yield* new Walk(draft, style, leads, own).reports();
      }
    }
  },
};

/** A walk along the openings of a part, each compared with the one before. */
class Walk {
  private before: Lead | null = null;
  /** The rank that the lead before should have. */
  private rank: Rank = 0;
  /** The edits of the run that has been reported, for its other members to join. */
  private run: TextEdit[] | null = null;
  private readonly place: Place;

  constructor(
    private readonly draft: Draft,
    private readonly style: HouseStyle,
    private readonly leads: readonly (Lead | null)[],
    private readonly limbs: readonly Limb[],
  ) {
    const part = limbs[0]?.paragraph.part ?? 'preamble';
    this.place = placeIn(part, style, placeUsed(leads));
  }

  *reports(): Iterable<Report> {
    for (const [i, lead] of this.leads.entries()) {
      const isNew = i > 0 && this.limbs[i - 1]?.paragraph.section !== this.limbs[i]?.paragraph.section;
      const isUnknown = lead === null || isNew || (i > 0 && this.leads[i - 1] === null);
      if (lead === null) this.before = null;
      else if (isUnknown) this.goOn(lead, lead.rank);
      else if (this.before?.phrase === lead.phrase) yield* this.again(lead, this.before);
      else yield* this.first(lead);
    }
  }

  private goOn(lead: Lead, rank: Rank): void {
    if (this.before?.phrase !== lead.phrase) this.run = null;
    this.before = lead;
    this.rank = rank;
  }

  /** A phrase that the paragraph before has not: no "also" yet, but for one that follows a second verb there. */
  private *first(lead: Lead): Iterable<Report> {
    const second = this.before?.limb.paragraph.secondVerbs ?? [];
    const isSecond = second.some(({ text }) => phraseOf(text.split(' '), this.draft.language) === lead.phrase);
    if (lead.rank === 0 || isSecond) return this.goOn(lead, lead.rank);
    const edits = this.editOf(lead, 0);
    yield report(
      lead,
      `“${wordOf(this.draft, lead)}” follows nothing: the paragraph before does not open with “${lead.phrase}”. Leave it out.`,
      edits,
    );
    this.goOn(lead, 0);
    this.run = null;
  }

  private *again(lead: Lead, before: Lead): Iterable<Report> {
    const wanted = ((this.rank + 1) % 3) as Rank;
    const isOther = this.style.repetition !== 'verb' && lead.addressee !== before.addressee;
    if (lead.rank === wanted || (lead.rank === 0 && isOther)) return this.goOn(lead, lead.rank);
    const edits = this.editOf(lead, wanted);
    if (this.run) this.run.push(...edits);
    else {
      this.run = edits;
      yield report(lead, this.message(lead, wanted), edits);
    }
    this.goOn(lead, wanted);
  }

  private message(lead: Lead, wanted: Rank): string {
    const word = forms[this.draft.language].sequence[wanted - 1];
    if (lead.rank === 0) return `The paragraph before opens with “${lead.phrase}” too. Add “${word}”.`;
    const rest = word === undefined ? 'the run begins again without it' : `“${word}” is expected`;
    return `“${wordOf(this.draft, lead)}” is out of turn here: ${rest}.`;
  }

  private editOf(lead: Lead, rank: Rank): TextEdit[] {
    const edit = rewritten(this.draft, lead, rank, lead.place ?? this.place);
    return edit ? [edit] : [];
  }
}

const wordOf = ({ language }: Draft, { rank }: Lead): string => forms[language].sequence[rank - 1] ?? '';

const report = ({ range }: Lead, message: string, edits: readonly TextEdit[]): Report => ({
  range,
  message,
  fixes: () =>
    edits.length === 0
      ? []
      : [
          {
            title:
              edits.length === 1
                ? `Write “${edits[0]?.newText}”`
                : `Write “${edits[0]?.newText}”, and the rest of the run after it`,
            edits: [...edits],
            preferred: true,
          },
        ],
});
