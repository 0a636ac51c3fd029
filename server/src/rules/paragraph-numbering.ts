import type { TextEdit } from '../text/range';
import { type Break, breaksOf, rightNumbers, runsOf } from './breaks';
import type { RuleContext } from './context';
import { mixedForms, type Numbered, nounOf } from './label-forms';
import { refersToItself } from './own-references';
import type { Report, Rule } from './rule';
import { sequencesOf } from './sequences';
import { labelOf, numberOf } from './write-label';

/** R12, R15–R17: operative paragraphs and sub-paragraphs out of sequence, one report a break. */
export const paragraphNumbering: Rule = {
  id: 'paragraph-numbering',
  summary: 'Operative paragraphs or sub-paragraphs out of sequence.',
  severity: 'error',
  *check({ draft }: RuleContext): Iterable<Report> {
    const isReferredTo = refersToItself(draft);
    for (const sequence of sequencesOf(draft)) {
      for (const run of runsOf(sequence)) {
        const counted = run.filter(({ counts }) => counts);
        for (const found of breaksOf(run)) yield report(run, counted, found, isReferredTo);
      }
      yield* mixedForms(sequence, draft.text);
    }
  },
};

function report(run: readonly Numbered[], counted: readonly Numbered[], found: Break, isReferredTo: boolean): Report {
  const { index, place, expected, before } = found;
  const one = run[index] as Numbered;
  const first = before === null ? undefined : run[before];
  const title = `Renumber from ${one.label.text} on${isReferredTo ? ', then check “paragraph … above”' : ''}`;
  const safe = !isReferredTo && isPlain(counted, place, expected);
  return {
    range: one.label.range,
    message: message(one, run[index - 1], labelOf(one.label, expected), first !== undefined),
    fixable: safe,
    ...(first && {
      related: [{ range: first.label.range, message: `${nounOf(first)} ${first.label.text} stands here.` }],
    }),
    fixes: () => [{ title, edits: renumber(counted, place, expected), preferred: true, safe }],
  };
}

/** The letters "i", "v" and "x", which are roman numbers too. */
const ROMAN_LETTERS = [9, 22, 24];
/** "zz", the last letter that is read as one. */
const LAST_LETTER = 52;

/** Whether the letters that a renumbering gives can be told from roman numbers: behind "(iii)", "(i)" cannot. */
function isPlain(counted: readonly Numbered[], place: number, value: number): boolean {
  if (counted[place]?.label.style !== 'letter') return true;
  if (value + counted.length - place - 1 > LAST_LETTER) return false;
  return !ROMAN_LETTERS.some((letter) => letter >= value && counted[place + letter - value]?.afterDeeper);
}

function message(found: Numbered, previous: Numbered | undefined, wanted: string, repeated: boolean): string {
  const noun = nounOf(found);
  const is = `${noun} ${found.label.text}`;
  if (repeated) return `${is} is there twice; ${wanted} is expected here.`;
  if (previous === undefined)
    return `The first ${noun.toLowerCase()} is numbered ${found.label.text}; ${wanted} is expected.`;
  return `${is} follows ${noun.toLowerCase()} ${previous.label.text}; ${wanted} is expected here.`;
}

/** Right numbers from the one at `place` on, which gets `value`. */
function renumber(counted: readonly Numbered[], place: number, value: number): TextEdit[] {
  return rightNumbers(counted, place, value).flatMap((right, i) => {
    const { label } = counted[place + i] as Numbered;
    return label.value === right ? [] : [{ range: label.range, newText: numberOf(label, right) }];
  });
}
