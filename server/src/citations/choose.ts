import { type FormsIndex, idOf } from './forms-index';
import { firstNamed, namedIn } from './names';
import { isWordCode } from './pattern';
import type { Reading } from './readings';

/** How far from its noun a body's name is looked for. */
const BEFORE = 120;
const AFTER = 140;
const PARAGRAPH = 2000;

/**
 * Whose number is meant when several bodies number alike: the body named right before the noun, or behind the number;
 * then the draft's own. When none of these tells, the body last named in the paragraph is the likely one, else the
 * first; the others stand beside it, and nothing is claimed of any.
 */
export function chooseBody(
  readings: readonly Reading[],
  text: string,
  noun: { readonly start: number; readonly end: number },
  index: FormsIndex,
  own: string | null,
): { reading: Reading; others: readonly string[] } | undefined {
  const first = readings[0] as Reading;
  const isOneBody = readings.every((reading) => reading.series.body === first.series.body);
  if (isOneBody && (first.alone || !first.series.form.named)) return { reading: first, others: NONE };
  const named =
    ofBody(readings, namedBefore(index, text, noun.start)) ??
    ofBody(readings, namedBehind(index, text, first.end)) ??
    ofBody(readings, own ?? undefined);
  if (named) return { reading: named, others: NONE };
  const free = readings.filter((reading) => !reading.series.form.named);
  if (free.length === 0) return undefined;
  const before = namedIn(index, text.slice(Math.max(0, noun.start - PARAGRAPH), noun.start));
  const last = before.findLast((name) => ofBody(readings, name.body) !== undefined)?.body;
  const likely = ofBody(readings, last) ?? (free[0] as Reading);
  const id = idOf(likely);
  return { reading: likely, others: [...new Set(readings.map(idOf))].filter((other) => other !== id) };
}

const NONE: readonly string[] = [];

function ofBody(readings: readonly Reading[], body: string | undefined): Reading | undefined {
  return body === undefined ? undefined : readings.find((reading) => reading.series.body === body);
}

/** "resoluciones del Consejo de Seguridad 1269 (1999)": the body between noun and number, and where its name ends. */
export function namedBetween(index: FormsIndex, text: string, noun: number): { body: string; end: number } | undefined {
  LEAD.lastIndex = noun;
  const lead = LEAD.exec(text)?.[0].length;
  if (lead === undefined) return undefined;
  const name = firstNamed(index, text.slice(noun, noun + AFTER), lead);
  return name && name.start === lead ? { body: name.body, end: noun + name.end } : undefined;
}

const LEAD = / (?:of|del|des|du|de) (?:the |la |los |l['’])?/y;

/** "General Assembly resolution", "CMS COP Resolution": the body whose name ends where the noun begins. */
function namedBefore(index: FormsIndex, text: string, noun: number): string | undefined {
  if (!mayEndName(index, text, noun)) return undefined;
  const before = text.slice(Math.max(0, noun - BEFORE), noun);
  const name = namedIn(index, before).at(-1);
  if (!name) return undefined;
  return /^(?:['’]s)?(?: (?:COP|CoP|MOP|MoP|Board))?(?: draft)? ?$/.test(before.slice(name.end))
    ? name.body
    : undefined;
}

/** What may stand between a body's name and the noun, in small letters. */
const BETWEEN = new Set(['s', 'cop', 'mop', 'board', 'draft']);

/** Whether the word before `noun` can be the last of a name, or stand behind one: most cannot, and nothing is cut out. */
function mayEndName({ nameEnds }: FormsIndex, text: string, noun: number): boolean {
  const end = text[noun - 1] === ' ' ? noun - 1 : noun;
  let start = end;
  while (start > 0 && isWordCode(text.charCodeAt(start - 1))) start--;
  if (start === end) return nameEnds.has(text.charAt(end - 1));
  const word = text.slice(start, end).toLowerCase();
  return nameEnds.has(word) || BETWEEN.has(word);
}

/** What may stand between a number and its body: a revision, and further numbers of a list: " (Rev.COP13), 26/3 and SS.X/1". */
const REST =
  /^(?: ?\([^)]{0,20}\))?(?:(?:,|,? (?:and|to|or|et|à|ou|y|a|o)) (?=\S{0,20}\d)[\w/.()-]{1,24}(?: [A-Z]\b)?(?: \([^)]{0,20}\))?)*/;

/** The mark of a revision, whose full stop ends no clause. */
const REVISION = / ?\([^();]{1,20}\)/y;

/** "resolution 70/1 of the General Assembly", "adopted by …": the first body named behind, when "of" or "by" leads to it. */
function namedBehind(index: FormsIndex, text: string, end: number): string | undefined {
  REVISION.lastIndex = end;
  const start = REVISION.test(text) ? REVISION.lastIndex : end;
  if (!mayLeadToName(text, start)) return undefined;
  const behind = text.slice(start, end + AFTER);
  const clause = /^[^;.]*/.exec(behind.slice(REST.exec(behind)?.[0].length))?.[0] ?? '';
  const lead = /^,? (?:adopted )?(?:of|by|de|du|del|por) (?:the |la |l['’])?/.exec(clause);
  if (!lead) return undefined;
  const name = namedIn(index, clause)[0];
  if (!name) return undefined;
  const between = clause.slice(lead[0].length, name.start);
  return between === '' || / (?:(?:to|of)(?: the)?|de la|al) $/.test(between) ? name.body : undefined;
}

/** Another bracket, or words and numbers that may go on with the list or lead to a name. */
const ON = /(?: ?\(|,? (?:adopted|of|by|de|du|del|por|and|to|or|et|à|ou|y|a|o) |, \S{0,20}\d)/y;

/** Whether a body's name may follow at `end`: nearly always something else does. */
function mayLeadToName(text: string, end: number): boolean {
  ON.lastIndex = end;
  return ON.test(text);
}
