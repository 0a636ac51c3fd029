import type { Label, Option, Paragraph } from '../structure/model';
import type { TextEdit } from '../text/range';
import type { Renumbering } from './renumber';
import type { Report } from './rule';
import { checking } from './to-check';
import { numberOf, wholeLabelOf, wholeRange } from './write-label';

/** A numbered paragraph, in the sequence it belongs to. */
export interface Numbered extends Pick<Paragraph, 'level'> {
  /** Where this changes, numbers may start again. */
  readonly section: number;
  readonly label: Label;
  readonly value: number;
  /** The last number of a label for several. */
  readonly last: number;
  /** The options that begin between the number before and this one. */
  readonly options: readonly Option[];
  /** False for "3 bis". */
  readonly counts: boolean;
  /** Whether an item of a deeper level stands right before it. */
  readonly afterDeeper: boolean;
}

export const nounOf = ({ level }: Numbered): string => (level === 0 ? 'Paragraph' : 'Sub-paragraph');

/** "(a)" and "b)" at one level: one report for those that are not written like most (R16). */
export function* mixedForms(sequence: readonly Numbered[], text: string, made: () => Renumbering): Iterable<Report> {
  if (isUniform(sequence)) return;
  const written = sequence.filter(({ label }) => label.shape !== 'bare');
  const like = usual(written);
  const odd = written.filter(({ label }) => formOf(label) !== (like && formOf(like.label)));
  const [first] = odd;
  if (like === undefined || first === undefined) return;
  const renumbering = made();
  const edits = odd.flatMap((one) => rewritten(one, like, text));
  const numbers = new Map(odd.map(({ label, value }) => [label, numberOf(like.label, value)]));
  const doubtful = renumbering.doubtful(numbers);
  const isClear = odd.length * 2 < written.length && edits.length === odd.length && doubtful.length === 0;
  const whole = ({ label }: Numbered) => `“${wholeLabelOf(label, label.value)}”`;
  const wanted = wholeLabelOf(like.label, first.value);
  yield {
    range: first.label.range,
    message: `${nounOf(first)} ${whole(first)} is not labelled like ${whole(like)}: write “${wanted}”.`,
    fixable: isClear,
    fixes: () => [
      {
        title: `Label all of them like ${whole(like)}${checking(doubtful, renumbering)}`,
        edits: [...edits, ...renumbering.referenceEdits(numbers)],
        preferred: true,
        safe: isClear,
      },
    ],
  };
}

/** Whether all labels are written like the first one: then nothing has to be counted. */
function isUniform(sequence: readonly Numbered[]): boolean {
  const first = sequence.find(({ label }) => label.shape !== 'bare')?.label;
  return sequence.every(
    ({ label }) => label.shape === 'bare' || (label.shape === first?.shape && label.style === first.style),
  );
}

const formOf = ({ style, shape }: Label): string => `${style} ${shape}`;

/** The first one that is written as most are. */
function usual(written: readonly Numbered[]): Numbered | undefined {
  const counts = new Map<string, number>();
  for (const { label } of written) counts.set(formOf(label), (counts.get(formOf(label)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return written.find(({ label }) => counts.get(formOf(label)) === most);
}

function rewritten({ label, value }: Numbered, like: Numbered, text: string): TextEdit[] {
  const range = label.suffix === null ? wholeRange(text, label) : undefined;
  return range ? [{ range, newText: wholeLabelOf(like.label, value) }] : [];
}
