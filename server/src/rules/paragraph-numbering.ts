import { letterOf, romanOf } from '../structure/labels';
import type { Draft, Label, Paragraph } from '../structure/model';
import type { TextEdit } from '../text/range';
import { type Break, breaksOf } from './breaks';
import type { RuleContext } from './context';
import { refersToItself } from './own-references';
import type { Report, Rule } from './rule';

/** A numbered paragraph, in the sequence it belongs to. */
type Numbered = Paragraph & { readonly label: Label };

/** R12, R15–R17: operative paragraphs and sub-paragraphs out of sequence, one report a break. */
export const paragraphNumbering: Rule = {
  id: 'paragraph-numbering',
  summary: 'Operative paragraphs or sub-paragraphs out of sequence.',
  severity: 'error',
  *check({ draft }: RuleContext): Iterable<Report> {
    const isReferredTo = refersToItself(draft);
    for (const sequence of sequencesOf(draft)) {
      const values = sequence.map(({ label, section }) => ({
        value: label.value,
        counts: label.suffix === null,
        section,
      }));
      for (const found of breaksOf(values)) yield report(sequence, found, isReferredTo);
      yield* mixedStyles(sequence);
    }
  },
};

/** The numbered paragraphs as one sequence, and the items under each paragraph as one more for each level. */
function sequencesOf(draft: Draft): Numbered[][] {
  const sequences: Numbered[][] = [[]];
  /** The open sequence of each level. */
  const open: (Numbered[] | undefined)[] = [sequences[0]];
  for (const paragraph of draft.paragraphs) {
    open.length = paragraph.level + 1;
    if (paragraph.label === null) continue;
    let sequence = open[paragraph.level];
    if (sequence === undefined) {
      sequence = [];
      open[paragraph.level] = sequence;
      sequences.push(sequence);
    }
    sequence.push(paragraph as Numbered);
  }
  return sequences.filter((sequence) => sequence.length > 0);
}

function report(sequence: readonly Numbered[], { index, expected, before }: Break, isReferredTo: boolean): Report {
  const found = sequence[index] as Numbered;
  const first = before === null ? undefined : sequence[before];
  const title = `Renumber from ${shown(found)} on${isReferredTo ? ', then check “paragraph … above”' : ''}`;
  return {
    range: found.label.range,
    message: message(found, sequence[index - 1], labelText(found, expected), first !== undefined),
    fixable: !isReferredTo,
    ...(first && { related: [{ range: first.label.range, message: `${nounOf(first)} ${shown(first)} stands here.` }] }),
    fixes: () => [{ title, edits: renumber(sequence, index, expected), preferred: true, safe: !isReferredTo }],
  };
}

function message(found: Numbered, previous: Numbered | undefined, wanted: string, repeated: boolean): string {
  const noun = nounOf(found);
  const is = `${noun} ${shown(found)}`;
  if (repeated) return `${is} is there twice; ${wanted} is expected here.`;
  if (previous === undefined)
    return `The first ${noun.toLowerCase()} is numbered ${shown(found)}; ${wanted} is expected.`;
  return `${is} follows ${noun.toLowerCase()} ${shown(previous)}; ${wanted} is expected here.`;
}

const nounOf = (paragraph: Paragraph): string => (paragraph.level === 0 ? 'Paragraph' : 'Sub-paragraph');

/** A label as a drafter writes it in running text: "7", "(b)". */
const shown = ({ label }: Numbered): string => label.text;

function labelText(paragraph: Numbered, value: number): string {
  const { text, shape } = paragraph.label;
  const number = numberOf(paragraph.label, value);
  return shape === 'brackets' ? `(${number})` : shape === 'bracket' && text.endsWith(')') ? `${number})` : number;
}

function numberOf({ style }: Label, value: number): string {
  if (style === 'letter') return letterOf(value);
  if (style === 'roman') return romanOf(value).toLowerCase();
  return String(value);
}

/** Right numbers from `index` on, where `value` is the first; a section that starts again at its own number is left. */
function renumber(sequence: readonly Numbered[], index: number, value: number): TextEdit[] {
  const edits: TextEdit[] = [];
  let next = value;
  for (let i = index; i < sequence.length; i++) {
    const { label, section } = sequence[i] as Numbered;
    const restarts = i > index && label.value === 1 && section !== sequence[i - 1]?.section;
    if (restarts) break;
    if (label.suffix !== null) continue;
    if (label.value !== next) edits.push({ range: label.range, newText: numberOf(label, next) });
    next++;
  }
  return edits;
}

/** "(a)" and "b)" at one level: those that are not written like the first are reported (R16). */
function* mixedStyles(sequence: readonly Numbered[]): Iterable<Report> {
  const first = sequence[0] as Numbered;
  const other = sequence.find(({ label }) => label.shape !== first.label.shape && label.shape !== 'bare');
  if (other === undefined || first.label.shape === 'bare') return;
  const value = labelText({ ...other, label: { ...other.label, shape: first.label.shape } }, other.label.value);
  yield {
    range: other.label.range,
    message: `${nounOf(other)} ${shown(other)} is not labelled like ${shown(first)}; write ${value}${first.label.shape === 'stop' ? '.' : ''}.`,
  };
}
