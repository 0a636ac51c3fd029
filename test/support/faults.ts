import type { Instrument, Meeting } from '../../server/src/registry/pack';
import { numberOf } from '../../server/src/rules/write-label';
import type { Analysis } from '../../server/src/service/api';
import { endingOf } from '../../server/src/structure/ending';
import type { Opening, Paragraph } from '../../server/src/structure/model';
import type { Range, TextEdit } from '../../server/src/text/range';
import { byId, packs } from './packs';

/** One fault put into a text. */
export interface Fault {
  readonly kind: FaultKind;
  readonly about: string;
  /** What makes the fault, in the sound text. */
  readonly edits: readonly TextEdit[];
  /** Where it may be reported, in the sound text: a stretch of no length stands for what is written there. */
  readonly spots: readonly Range[];
}

/** The kinds of faults, with the rule that is to find each, and whether its preferred mend gives back the text. */
export const faultKinds = {
  'changed number': { rule: 'paragraph-numbering', mended: true },
  'repeated number': { rule: 'paragraph-numbering', mended: true },
  'far-off number': { rule: 'paragraph-numbering', mended: true },
  'skipped letter': { rule: 'paragraph-numbering', mended: true },
  'wrong end': { rule: 'paragraph-punctuation', mended: true },
  'lost asterisks': { rule: 'verb-italics', mended: true },
  'lone bracket': { rule: 'unbalanced-bracket', mended: false },
  'missing note mark': { rule: 'footnote-reference', mended: false },
  'number that does not exist': { rule: 'unknown-instrument', mended: false },
} as const;

export type FaultKind = keyof typeof faultKinds;

/** All faults that can be put into a text, by places that its own findings and their mends leave alone. */
export function faultsIn(analysis: Analysis): Fault[] {
  const made = [labels, endings, openings, brackets, notes, numbers].flatMap((make) => make(analysis));
  const meets = (spot: Range, place: Range): boolean => place.start <= spot.end && spot.start <= place.end;
  const touched = (spot: Range, { kind }: Fault): boolean =>
    analysis.findings.some(
      ({ fixes, range, rule }) =>
        meets(spot, range) ||
        // what a mend of the rule puts right is no sound place: a fault there could be the mend itself
        (rule === faultKinds[kind].rule && fixes?.()[0]?.edits.some((edit) => meets(spot, edit.range)) === true),
    );
  return made.filter((fault) => !fault.spots.some((spot) => touched(spot, fault)));
}

const write = (range: Range, newText: string): TextEdit => ({ range, newText });

/** Letters that are roman numbers too, and those before them: which is meant is tested in paragraph-numbering.test.ts. */
const AMBIGUOUS = /^[hiuvwx]$/;
const FAR = 17;

function labels({ draft }: Analysis): Fault[] {
  return draft.paragraphs.flatMap(({ label }): Fault[] => {
    if (!label || label.suffix !== null || label.last !== label.value) return [];
    const isLetter = label.style !== 'arabic';
    const to = (kind: FaultKind, value: number): Fault[] => {
      const wrong = value < 1 ? '' : numberOf(label, value);
      const isAmbiguous =
        label.style === 'letter' && [wrong, numberOf(label, label.value)].some((one) => AMBIGUOUS.test(one));
      if (value < 1 || isAmbiguous) return [];
      const about = `${label.text} written ${wrong}`;
      return [{ kind, about, edits: [write(label.range, wrong)], spots: [label.range] }];
    };
    if (isLetter) return to('skipped letter', label.value + 1);
    return [
      ...to('changed number', label.value + 1),
      ...to('repeated number', label.value - 1),
      ...to('far-off number', label.value + FAR),
    ];
  });
}

const WRONG_ENDS: Readonly<Record<string, string>> = { ',': '.', ';': ',', '.': ';' };

/** The mark of each paragraph that ends as nearly all of its kind do. */
function endings({ draft }: Analysis): Fault[] {
  const ends = draft.paragraphs.map((paragraph, index) => {
    const isLast = draft.paragraphs[index + 1]?.section !== paragraph.section;
    const key = `${paragraph.part} ${Math.min(paragraph.level, 1)} ${isLast ? 'last' : ''}`;
    return { key, isLast, ending: endingOf(paragraph.block, draft.language) };
  });
  return ends.flatMap(({ key, isLast, ending: { mark, at, isOpen } }): Fault[] => {
    const wrong = mark === null ? undefined : WRONG_ENDS[mark];
    const alike = ends.filter((one) => one.key === key && one.ending.mark !== ':');
    const same = alike.filter(({ ending }) => ending.mark === mark).length;
    const isUsual = isLast ? mark === '.' || key.startsWith('preamble') : same >= 3 && same >= alike.length * 0.9;
    const isBracketed = draft.text[at.start - 1] === ']';
    if (isOpen || isBracketed || wrong === undefined || !isUsual) return [];
    return [{ kind: 'wrong end', about: `${mark} written ${wrong}`, edits: [write(at, wrong)], spots: [at] }];
  });
}

/** Each opening in italics without them, where the others of its part keep theirs. */
function openings({ draft }: Analysis): Fault[] {
  return (['preamble', 'operative'] as const).flatMap((part) => {
    const all = draft.paragraphs.flatMap((one) => (one.part === part && one.opening ? [one.opening] : []));
    const italic = all.filter(({ setting }) => setting === 'italic');
    const isUsual = italic.length >= 3 && italic.length >= all.length * 0.8;
    return isUsual ? italic.flatMap((opening) => roman(draft.text, opening)) : [];
  });
}

function roman(text: string, { text: words, range: { start, end } }: Opening): Fault[] {
  const close = text.indexOf('*', start);
  if (text[start - 1] !== '*' || text[start - 2] === '*' || close < 0 || close > end + 1) return [];
  const edits = [write({ start: start - 1, end: start }, ''), write({ start: close, end: close + 1 }, '')];
  return [{ kind: 'lost asterisks', about: `${words} in roman`, edits, spots: [{ start, end: close }] }];
}

/** A bracket that opens before the second word of a paragraph and never closes. */
function brackets({ draft }: Analysis): Fault[] {
  return draft.paragraphs.flatMap(({ opening }: Paragraph): Fault[] => {
    const at = opening ? draft.text.indexOf(' ', opening.range.end) + 1 : 0;
    // inside another pair nobody can tell which of the signs is the lone one
    if (at === 0 || draft.brackets.some(({ range }) => range.start < at && at < range.end)) return [];
    const spot = { start: at, end: at };
    return [{ kind: 'lone bracket', about: 'a bracket that opens', edits: [write(spot, '[')], spots: [spot] }];
  });
}

/** A note without its mark: told at the note, or where it is missed. */
function notes({ draft: { notes: found } }: Analysis): Fault[] {
  return found.marks.flatMap((mark): Fault[] => {
    const body = found.bodies.find(({ label }) => label === mark.label);
    const isAlone = found.marks.filter(({ label }) => label === mark.label).length === 1;
    if (!body || !isAlone || mark.kind === 'page') return [];
    const about = `note ${mark.label} without its mark`;
    return [{ kind: 'missing note mark', about, edits: [write(mark.range, '')], spots: [body.range, mark.range] }];
  });
}

const FAR_NUMBER = '97';

/** Numbers far above those of a meeting of which every number is listed. */
function numbers({ citations }: Analysis): Fault[] {
  return citations.flatMap((citation): Fault[] => {
    const { body, implied, instrument, parts, range, text } = citation;
    const known = byId.get(instrument);
    const serial = parts.serial ?? '';
    if (implied || !known || !isListed(body, known) || !/^\d+$/.test(serial)) return [];
    const last = text.endsWith(serial) && /\D$/.test(text.slice(0, -serial.length));
    if (!last && !(text.startsWith(serial) && /^\D/.test(text.slice(serial.length)))) return [];
    const at = last ? range.start + text.length : range.start + serial.length;
    const about = `${text} with the number ${serial}${FAR_NUMBER}`;
    const edits = [write({ start: at, end: at }, FAR_NUMBER)];
    return [{ kind: 'number that does not exist', about, edits, spots: [range] }];
  });
}

function isListed(body: string, { kind, meeting }: Instrument): boolean {
  const pack = packs.find((one) => one.pack.body.id === body)?.pack;
  const held: Meeting | undefined = pack?.meetings?.find(({ id }) => id === meeting);
  return held?.complete?.includes(kind) === true;
}
