import { type FormsIndex, idOf, type Reading } from './forms-index';
import { namedIn } from './names';

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
  const bodies = new Set(readings.map((reading) => reading.series.body));
  const one = (body: string | undefined) => {
    const reading = readings.find((candidate) => candidate.series.body === body);
    return reading && { reading, others: [] };
  };
  const first = readings[0] as Reading;
  if (bodies.size === 1 && (first.alone || !first.series.form.named)) return { reading: first, others: [] };
  const end = first.end;
  const named =
    one(namedBefore(index, text, noun.start)) ?? one(namedBehind(index, text, end)) ?? one(own ?? undefined);
  if (named) return named;
  const free = readings.filter((reading) => !reading.series.form.named);
  if (free.length === 0) return undefined;
  const before = namedIn(index, text.slice(Math.max(0, noun.start - PARAGRAPH), noun.start));
  const last = before.filter((name) => bodies.has(name.body)).at(-1)?.body;
  const likely = readings.find((reading) => reading.series.body === last) ?? (free[0] as Reading);
  const id = idOf(likely);
  return { reading: likely, others: [...new Set(readings.map(idOf))].filter((other) => other !== id) };
}

/** "resoluciones del Consejo de Seguridad 1269 (1999)": the body between noun and number, and where its name ends. */
export function namedBetween(index: FormsIndex, text: string, noun: number): { body: string; end: number } | undefined {
  const behind = text.slice(noun, noun + AFTER);
  const lead = /^ (?:of|del|des|du|de) (?:the |la |los |l['’])?/.exec(behind)?.[0];
  const name = lead === undefined ? undefined : namedIn(index, behind)[0];
  return name && name.start === lead?.length ? { body: name.body, end: noun + name.end } : undefined;
}

/** "General Assembly resolution", "CMS COP Resolution": the body whose name ends where the noun begins. */
function namedBefore(index: FormsIndex, text: string, noun: number): string | undefined {
  const before = text.slice(Math.max(0, noun - BEFORE), noun);
  const name = namedIn(index, before).at(-1);
  if (!name) return undefined;
  return /^(?:['’]s)?(?: (?:COP|CoP|MOP|MoP|Board))?(?: draft)? ?$/.test(before.slice(name.end))
    ? name.body
    : undefined;
}

/** What may stand between a number and its body: a revision, and further numbers of a list: " (Rev.COP13), 26/3 and SS.X/1". */
const REST =
  /^(?: ?\([^)]{0,20}\))?(?:(?:,|,? (?:and|to|or|et|à|ou|y|a|o)) (?=\S{0,20}\d)[\w/.()-]{1,24}(?: [A-Z]\b)?(?: \([^)]{0,20}\))?)*/;

/** The mark of a revision, whose full stop ends no clause. */
const REVISION = /^ ?\([^();]{1,20}\)/;

/** "resolution 70/1 of the General Assembly", "adopted by …": the first body named behind, when "of" or "by" leads to it. */
function namedBehind(index: FormsIndex, text: string, end: number): string | undefined {
  const revision = REVISION.exec(text.slice(end, end + AFTER))?.[0].length ?? 0;
  const behind = text.slice(end + revision, end + AFTER);
  const clause = /^[^;.]*/.exec(behind.slice(REST.exec(behind)?.[0].length))?.[0] ?? '';
  const lead = /^,? (?:adopted )?(?:of|by|de|du|del|por) (?:the |la |l['’])?/.exec(clause);
  if (!lead) return undefined;
  const name = namedIn(index, clause)[0];
  if (!name) return undefined;
  const between = clause.slice(lead[0].length, name.start);
  return between === '' || / (?:(?:to|of)(?: the)?|de la|al) $/.test(between) ? name.body : undefined;
}
