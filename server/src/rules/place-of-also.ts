import type { Draft, Part } from '../structure/model';
import type { HouseStyle } from './house-style';
import { type Lead, type Place, rewritten } from './leads';
import type { Report } from './rule';

type Leads = readonly (Lead | null)[];

const placed = (leads: Leads): Lead[] => leads.filter((lead): lead is Lead => lead?.place != null);

/** The place that most of `leads` have "also" in, the first one's where both have as many; null where none has. */
export function placeUsed(leads: Leads): Place | null {
  const all = placed(leads);
  const before = all.filter(({ place }) => place === 'before').length;
  if (before * 2 === all.length) return all[0]?.place ?? null;
  return before * 2 > all.length ? 'before' : 'after';
}

/** "Also" and "further" in another place than the house style's, each; where it has none, than most of their part's, once (R42). */
export function* misplacedWords(draft: Draft, style: HouseStyle, part: Part, leads: Leads): Iterable<Report> {
  const point = part === 'preamble' ? style.alsoInPreamble : style.alsoInOperative;
  const wanted = point === 'any' ? placeUsed(leads) : (point as Place);
  const odd = placed(leads).filter(({ place }) => place !== wanted);
  if (wanted === null || odd.length === 0) return;
  for (const group of point === 'any' ? [odd] : odd.map((lead) => [lead])) {
    const first = group[0] as Lead;
    const where = wanted === 'before' ? 'before the verb' : 'behind the verb';
    yield {
      range: first.range,
      message: `“${draft.text.slice(first.range.start, first.range.end)}”: ${point === 'any' ? 'most of this part has' : 'this house style has'} “also” and “further” ${where}. Move the word there.`,
      fixes: () => {
        const edits = group.flatMap((lead) => rewritten(draft, lead, lead.rank, wanted) ?? []);
        return edits.length > 0 ? [{ title: `Write “${edits[0]?.newText}”`, edits, preferred: true }] : [];
      },
    };
  }
}
