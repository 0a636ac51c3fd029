import { letterValue, romanValue } from '../structure/numerals';
import type { Range } from '../text/range';
import { at, type Grammar } from './internal-grammar';

/** A step of a reference in a clean text. */
export interface CleanStep {
  readonly key: string;
  readonly at: Range;
}

export interface CleanMember {
  readonly steps: readonly CleanStep[];
  readonly through: boolean;
}

/** "3–5 and 7 (b)", and where it ends. */
export interface MemberList {
  readonly members: readonly CleanMember[];
  readonly end: number;
}

const MOST_MEMBERS = 40;
const ANNEX = /(?:[ivxl]{1,6}|\d{1,2}|[a-z])(?![\p{L}\p{N}])/iuy;
/** "(b)"; "b)" as French, Spanish and hurried English write it. */
const LETTER = / ?(\(?)([a-z]{1,4})\)/iy;
/** "(a–c)" */
const LETTERS = / ?\(([a-z]{1,4})([–—-])([a-z]{1,4})\)/iy;

/** The paragraphs named at `start`: "3–5", "7 (b) and (c)", "(a) to (c)"; undefined for none. */
export function readMembers(text: string, start: number, by: Grammar): MemberList | undefined {
  const first = readMember(text, start, undefined, by);
  return first && readMore(text, first, (place, last) => readMember(text, place, last, by), by);
}

/** The annexes named at `start`: "II", "I and II". */
export function readAnnexes(text: string, start: number, by: Grammar): MemberList | undefined {
  const read = (place: number) => {
    const found = at(ANNEX, text, place);
    // "annex a" is no annex, "annex A" is
    if (!found || /^[a-z]$/.test(found[0])) return undefined;
    return {
      steps: [{ key: found[0].toLowerCase(), at: { start: place, end: place + found[0].length } }],
      end: place + found[0].length,
    };
  };
  const first = read(start + 1);
  return first && readMore(text, first, read, by);
}

interface Read {
  readonly steps: readonly CleanStep[];
  /** The last step of a range within its bracket: "c" of "(a–c)". */
  readonly upTo?: CleanStep;
  readonly end: number;
}

function readMore(
  text: string,
  first: Read,
  read: (place: number, last: readonly CleanStep[]) => Read | undefined,
  by: Grammar,
): MemberList {
  const members: CleanMember[] = [];
  const take = ({ steps, upTo }: Read, through: boolean): void => {
    members.push({ steps, through });
    if (upTo) members.push({ steps: [...steps.slice(0, -1), upTo], through: true });
  };
  take(first, false);
  let { end } = first;
  while (members.length < MOST_MEMBERS) {
    const range = at(by.range, text, end);
    const joint = range ?? at(by.joint, text, end);
    if (!joint || joint[0].trim() === '') break;
    const next = read(end + joint[0].length, (members.at(-1) as CleanMember).steps);
    if (!next) break;
    take(next, range !== null);
    end = next.end;
  }
  return { members, end };
}

/** "7 (b)", or, behind "7 (b)", the "(c)" of the same paragraph. */
function readMember(
  text: string,
  start: number,
  last: readonly CleanStep[] | undefined,
  by: Grammar,
): Read | undefined {
  const number = at(by.number, text, start);
  const steps: CleanStep[] = [];
  let end = start;
  if (number) {
    const from = start + number[0].indexOf(number[1] as string);
    const key = `${Number(number[1])}${(number[2] ?? '').toLowerCase()}`;
    steps.push({ key, at: { start: from, end: from + (number[1] as string).length } });
    end += number[0].length;
  }
  for (let letter = readLetter(text, end); letter && steps.length < 4; letter = readLetter(text, end)) {
    steps.push(letter.step);
    end = letter.end;
  }
  const letters = readLetters(text, end);
  if (letters) {
    steps.push(letters.from);
    end = letters.end;
  }
  if (steps.length === 0) return undefined;
  const whole = number || !last ? steps : [...stepsAbove(last, steps[0] as CleanStep), ...steps];
  return { steps: whole, end, ...(letters && { upTo: letters.upTo }) };
}

/** "(a–c)" */
function readLetters(text: string, start: number): { from: CleanStep; upTo: CleanStep; end: number } | undefined {
  const found = at(LETTERS, text, start);
  const [, first, dash, last] = found ?? [];
  if (!found || !first || !dash || !last || !isLabel(first.toLowerCase()) || !isLabel(last.toLowerCase()))
    return undefined;
  const end = start + found[0].length;
  const from = end - 1 - last.length - dash.length - first.length;
  return {
    from: { key: first.toLowerCase(), at: { start: from, end: from + first.length } },
    upTo: { key: last.toLowerCase(), at: { start: end - 1 - last.length, end: end - 1 } },
    end,
  };
}

function readLetter(text: string, start: number): { step: CleanStep; end: number } | undefined {
  const found = at(LETTER, text, start);
  const sign = found?.[2];
  if (!found || sign === undefined || !isLabel(sign.toLowerCase())) return undefined;
  if (found[1] === '' && found[0][0] !== ' ' && start > 0 && /[\p{L}]/u.test(text[start - 1] as string))
    return undefined;
  const end = start + found[0].length;
  return { step: { key: sign.toLowerCase(), at: { start: end - 1 - sign.length, end: end - 1 } }, end };
}

const isLabel = (sign: string): boolean => letterValue(sign) !== null || romanValue(sign.toUpperCase()) !== undefined;

/** What stands above "(c)" behind "7 (b)": "7"; above "(ii)" behind "7 (b) (i)": "7 (b)". */
function stepsAbove(last: readonly CleanStep[], step: CleanStep): readonly CleanStep[] {
  const isNumber = /^\d/.test(last[0]?.key ?? '');
  const deepest = last.length - 1;
  const romans = [last[deepest]?.key, step.key].every((key) => romanValue((key ?? '').toUpperCase()) !== undefined);
  if (romans) return last.slice(0, deepest);
  return last.slice(0, isNumber ? 1 : 0);
}
