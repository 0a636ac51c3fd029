import { sourceRange } from './blocks';
import type { Entry } from './entry';
import { isMasthead, kindIn } from './front';
import type { Group } from './groups';
import type { Draft } from './model';
import type { Reading } from './reading';

/** Of what stands above the text: its title, symbol, number and kind. `given` and `printed` are other sources of a symbol. */
export function namingOf(
  text: string,
  entries: readonly Entry[],
  given: string | null,
  printed: readonly string[],
  reading: Reading,
): Pick<Draft, 'title' | 'symbol' | 'identifier' | 'kind'> {
  const own = entries.find((entry) => entry.identifier !== undefined);
  const found = own?.identifier;
  const number = own && found ? own.group.clean.slice(found.start, found.end) : null;
  return {
    title: titleOf(text, entries, own, reading),
    symbol: given ?? number ?? printed[0] ?? null,
    identifier:
      own && found ? { kind: found.kind, range: sourceRange(own.group, found), text: number as string } : null,
    kind: found?.kind ?? kindOf(entries, reading),
  };
}

/** The title behind the text's number or in the lines below it; without a number the last lines above the text. */
function titleOf(text: string, entries: readonly Entry[], own: Entry | undefined, { words }: Reading): string | null {
  const end = entries.findIndex((entry) => entry.part !== null || entry.kind === 'formula');
  const front = entries.slice(0, end < 0 ? entries.length : end).filter((entry) => entry.kind === 'title');
  const lines = front.filter((entry) => entry !== own).map((entry) => entry.group);
  const candidates = lines.filter((group) => !isMasthead(group.clean, words));
  if (own?.identifier !== undefined && own.identifier.title >= 0) {
    const below = runFrom(text, [own.group, ...candidates.filter((group) => group.begin > own.group.begin)]);
    return [own.group.clean.slice(own.identifier.title), ...below.slice(1).map(({ clean }) => clean)].join(' ');
  }
  const after = candidates.filter((group) => own !== undefined && group.begin > own.group.begin);
  const run = after.length > 0 ? runFrom(text, after) : runFrom(text, [...candidates].reverse()).reverse();
  return run.length > 0 ? run.map(({ clean }) => clean).join(' ') : null;
}

/** The groups that stand on neighbouring lines with the first: a title is often broken into lines, a capital on each. */
function runFrom(text: string, groups: readonly Group[]): Group[] {
  const run = groups.slice(0, 1);
  for (const group of groups.slice(1)) {
    const last = run.at(-1) as Group;
    const [first, second] = last.begin < group.begin ? [last, group] : [group, last];
    const between = text.slice(first.range.end, second.begin);
    const isNext = /^[^\S\r\n]*(?:\r\n|\n|\r)[^\S\r\n]*$/.test(between);
    if (!isNext || group.heading !== last.heading || /[.:]$/.test(first.clean)) break;
    run.push(group);
  }
  return run;
}

function kindOf(entries: readonly Entry[], { words }: Reading): Draft['kind'] {
  const own = entries.find((entry) => entry.identifier?.kind)?.identifier?.kind;
  const front = entries.filter((entry) => entry.kind === 'title').map((entry) => entry.group);
  return own ?? kindIn(front, words);
}
