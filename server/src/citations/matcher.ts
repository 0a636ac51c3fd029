import { romanValue } from '../structure/numerals';
import { codeAt } from '../text/code-at';
import type { PartForm } from './forms';
import {
  goesOn,
  isDigitCode,
  isPartOf,
  isWritten,
  LONGEST,
  match,
  type Parts,
  type Pattern,
  takesStray,
} from './pattern';

/** One element of a pattern, with all that reading it needs to know. */
interface Step {
  /** Literal text in small letters; '' for a blank; null for a part. */
  readonly text: string | null;
  readonly type: NonNullable<PartForm['type']>;
  readonly min: number;
  readonly max: number;
  readonly optional: boolean;
  /** Whether one blank too many may stand before it. */
  readonly stray: boolean;
}

/** How a stretch of text begins: characters as codes, where one digit stands for all and 128 for all beyond ASCII. */
export interface Beginning {
  readonly first: number;
  /** The two behind it, in small letters; 0 behind a digit. */
  readonly second: number;
  readonly third: number;
  /** The one behind the number that begins there; 0 where none does. */
  readonly next: number;
}

/** Finds where a pattern ends in a text; its parts are read only when that is asked for. */
export class Matcher {
  private readonly steps: readonly Step[];

  constructor(readonly pattern: Pattern) {
    let before = '';
    this.steps = pattern.elements.map((element) => {
      const form = element.kind === 'part' ? element.form : {};
      const stray = element.kind === 'part' && takesStray(before, form);
      if (element.kind !== 'blank') before = element.kind === 'literal' ? element.text : '';
      const { type = 'integer', min = 0, max = 99_999, optional = false } = form;
      const text = element.kind === 'literal' ? element.text : element.kind === 'blank' ? '' : null;
      return { text, type, min, max, optional, stray };
    });
  }

  /** The end of what the pattern reads at `at`; -1 when the text there is another. */
  endAt(text: string, at: number): number {
    let i = at;
    for (const step of this.steps) {
      if (step.text === '') while (codeAt(text, i) === 32) i++;
      else if (step.text !== null) {
        if (!isWritten(step.text, text, i)) return -1;
        i += step.text.length;
      } else {
        i = partEnd(step, text, step.stray && codeAt(text, i) === 32 ? i + 1 : i);
        if (i < 0) return -1;
      }
    }
    return i;
  }

  /** The parts of what the pattern reads at `at`, where it does. */
  partsAt(text: string, at: number): Parts {
    return match(this.pattern, text, at)?.parts ?? {};
  }

  /** False where the pattern reads nothing that begins with this character of ASCII, a small letter or another. */
  mayBeginWith(code: number): boolean {
    const [step] = this.steps;
    if (step === undefined || step.text === '' || step.optional) return true;
    if (step.text === null) return (step.type === 'letter' && code === 32) || isPartOf(step.type, code);
    return step.text.charCodeAt(0) === code || step.text.charCodeAt(0) >= 128;
  }

  /** False where the pattern can read nothing that begins with these characters; see `Shelf`. */
  fits(beginning: Beginning): boolean {
    const { first, next } = beginning;
    const [step, second, third] = this.steps;
    if (step === undefined || step.text === '' || first >= 128) return true;
    if (step.text !== null) return beginsSo(step.text, beginning);
    if (step.optional) return true;
    if (step.type === 'letter') return first === 32 || isPartOf('letter', first);
    if (!isPartOf(step.type, first)) return false;
    if (step.type === 'word' || second === undefined || second.text === null) return true;
    if (second.text !== '') return begins(second.text, next);
    return next === 32 || !third?.text || begins(third.text, next);
  }
}

function beginsSo(literal: string, { first, second, third }: Beginning): boolean {
  if (!begins(literal, first) || isDigitCode(first)) return begins(literal, first);
  return (
    (literal.length < 2 || begins(literal.slice(1), second)) && (literal.length < 3 || begins(literal.slice(2), third))
  );
}

/**
 * Whether `literal` may begin with a character; of those beyond ASCII all may be another way to write it, and one digit
 * stands for all.
 */
function begins(literal: string, code: number): boolean {
  const wanted = literal.charCodeAt(0);
  if (code >= 128 || wanted >= 128) return true;
  return isDigitCode(code) ? isDigitCode(wanted) : String.fromCharCode(code).toLowerCase() === literal[0];
}

function partEnd({ type, min, max, optional }: Step, text: string, at: number): number {
  const none = optional ? at : -1;
  const start = type === 'letter' && codeAt(text, at) === 32 ? at + 1 : at;
  const last = start + LONGEST[type];
  let end = start;
  if (type === 'integer') {
    let value = 0;
    for (let code = codeAt(text, end); end < last && isDigitCode(code); code = codeAt(text, end)) {
      value = value * 10 + code - 48;
      end++;
    }
    return end > start && value >= min && value <= max ? end : none;
  }
  while (end < last && isPartOf(type, codeAt(text, end))) end++;
  if (end === start || (type === 'letter' && goesOn(text, end))) return none;
  if (type !== 'roman') return end;
  const value = romanValue(text.slice(start, end));
  return value !== undefined && value >= min && value <= max ? end : none;
}
