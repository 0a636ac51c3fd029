import { once } from '../text/once';
import { type Break, breaksOf, rightNumbers, runsOf } from './breaks';
import type { RuleContext } from './context';
import { mixedForms, type Numbered, nounOf } from './label-forms';
import { type NewNumbers, Renumbering } from './renumber';
import type { Fix, Report, Rule } from './rule';
import { sequencesOf } from './sequences';
import { blocks, digestOf, labels, places, references } from './shape';
import { checking } from './to-check';
import { labelOf, numberOf } from './write-label';

/** R12, R15–R17: operative paragraphs and sub-paragraphs out of sequence, one report a break. */
export const paragraphNumbering: Rule = {
  id: 'paragraph-numbering',
  summary: 'Operative paragraphs or sub-paragraphs out of sequence.',
  severity: 'error',
  digest: digestOf(blocks, places, labels, references),
  *check({ draft, references }: RuleContext): Iterable<Report> {
    const renumbering = once(() => new Renumbering(draft, references));
    for (const sequence of sequencesOf(draft)) {
      for (const run of runsOf(sequence)) {
        const counted = run.filter(({ counts }) => counts);
        // a mend that has to wait leaves the count broken: those behind it wait too
        let isSettled = true;
        for (const found of breaksOf(run)) {
          const one = report(run, counted, found, renumbering(), isSettled);
          isSettled = one.fixable === true;
          yield one;
        }
      }
      yield* mixedForms(sequence, draft.text, renumbering);
    }
  },
};

function report(
  run: readonly Numbered[],
  counted: readonly Numbered[],
  found: Break,
  renumbering: Renumbering,
  isSettled: boolean,
): Report {
  const { index, place, expected, before } = found;
  const one = run[index] as Numbered;
  const first = before === null ? undefined : run[before];
  const numbers = () => newNumbers(counted, place, expected);
  // a wrong number all alone says that paragraphs are missing, not that it should be 1
  const isRun = isSettled && counted.length > 1;
  const safe = isRun && isPlain(counted, place, expected) && renumbering.isSure(counted.length - place, numbers);
  return {
    range: one.label.range,
    message: message(one, run[index - 1], labelOf(one.label, expected), first !== undefined),
    fixable: safe,
    ...(first && {
      related: [{ range: first.label.range, message: `${nounOf(first)} ${first.label.text} stands here.` }],
    }),
    fixes: () => [renumberFrom(one, numbers(), renumbering, safe)],
  };
}

function renumberFrom({ label }: Numbered, numbers: NewNumbers, renumbering: Renumbering, safe: boolean): Fix {
  const title = `Renumber from ${label.text} on${checking(renumbering.doubtful(numbers), renumbering)}`;
  return { title, edits: renumbering.edits(numbers), preferred: true, safe };
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
const newNumbers = (counted: readonly Numbered[], place: number, value: number): NewNumbers =>
  new Map(
    rightNumbers(counted, place, value).map((right, i) => {
      const { label } = counted[place + i] as Numbered;
      return [label, numberOf(label, right)];
    }),
  );
