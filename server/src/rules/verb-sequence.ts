import type { Draft } from '../structure/model';
import type { RuleContext } from './context';
import { forms } from './forms';
import type { HouseStyle } from './house-style';
import { type Lead, leadOf, type Place, phraseOf, placeIn, type Rank, rewritten } from './leads';
import { bodiesOf, type Limb } from './limbs';
import { misplacedWords, placeUsed } from './place-of-also';
import type { Report, Rule } from './rule';
import { blocks, brackets, digestOf, openings, places } from './shape';

/** R39–R42: "also" and "further" missing, orphaned, out of turn, or in another place than the house style's. */
export const verbSequence: Rule = {
  id: 'verb-sequence',
  summary: 'An “also” or “further” missing, orphaned or out of turn where a verb is repeated.',
  severity: 'hint',
  digest: digestOf(blocks, places, openings, brackets),
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
  /** The members of the run that has been reported, for the others to join. */
  private run: Member[] | null = null;
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

  reports(): Report[] {
    const reports: Report[] = [];
    for (let i = 0; i < this.leads.length; i++) {
      const found = this.next(i);
      if (found !== null) reports.push(found);
    }
    return reports;
  }

  private next(i: number): Report | null {
    const lead = this.leads[i] as Lead | null;
    if (lead === null) {
      this.before = null;
      return null;
    }
    const isNew = i > 0 && this.limbs[i - 1]?.paragraph.section !== this.limbs[i]?.paragraph.section;
    if (isNew || (i > 0 && this.leads[i - 1] === null)) return this.goOn(lead, lead.rank);
    return this.before?.phrase === lead.phrase ? this.again(lead, this.before) : this.first(lead);
  }

  private goOn(lead: Lead, rank: Rank): null {
    if (this.before?.phrase !== lead.phrase) this.run = null;
    this.before = lead;
    this.rank = rank;
    return null;
  }

  /** A phrase that the paragraph before has not: no "also" yet, but for one that follows a second verb there. */
  private first(lead: Lead): Report | null {
    if (lead.rank === 0 || this.isSecond(lead)) return this.goOn(lead, lead.rank);
    const message = `“${wordOf(this.draft, lead)}” follows nothing: the paragraph before does not open with “${lead.phrase}”. Leave it out.`;
    this.goOn(lead, 0);
    this.run = null;
    return this.report(message, [{ lead, wanted: 0 }]);
  }

  /** Whether the paragraph before has the phrase as a second verb. */
  private isSecond({ phrase }: Lead): boolean {
    const second = this.before?.limb.paragraph.secondVerbs ?? [];
    return second.some(({ text }) => phraseOf(text.split(' '), this.draft.language) === phrase);
  }

  private again(lead: Lead, before: Lead): Report | null {
    const wanted = ((this.rank + 1) % 3) as Rank;
    const isOther = this.style.repetition !== 'verb' && lead.rank === 0 && lead.addressee !== before.addressee;
    if (lead.rank === wanted || isOther) return this.goOn(lead, lead.rank);
    const member = { lead, wanted };
    this.goOn(lead, wanted);
    if (this.run) {
      this.run.push(member);
      return null;
    }
    this.run = [member];
    return this.report(this.message(lead, wanted), this.run);
  }

  private message(lead: Lead, wanted: Rank): string {
    const word = forms[this.draft.language].sequence[wanted - 1];
    if (lead.rank === 0) return `The paragraph before opens with “${lead.phrase}” too. Add “${word}”.`;
    const rest = word === undefined ? 'the run begins again without it' : `“${word}” is expected`;
    return `“${wordOf(this.draft, lead)}” is out of turn here: ${rest}.`;
  }

  /** The report of the first of `members`, of which more may come. */
  private report(message: string, members: readonly Member[]): Report {
    return {
      range: (members[0] as Member).lead.range,
      message,
      fixes: () => {
        const edits = members.flatMap(
          ({ lead, wanted }) => rewritten(this.draft, lead, wanted, lead.place ?? this.place) ?? [],
        );
        if (edits.length === 0) return [];
        const rest = edits.length === 1 ? '' : ', and the rest of the run after it';
        return [{ title: `Write “${edits[0]?.newText}”${rest}`, edits, preferred: true }];
      },
    };
  }
}

/** A lead that should have another rank. */
interface Member {
  readonly lead: Lead;
  readonly wanted: Rank;
}

const wordOf = ({ language }: Draft, { rank }: Lead): string => forms[language].sequence[rank - 1] ?? '';
