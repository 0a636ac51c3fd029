import type { Group } from './groups';

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '«': '»', '"': '"' };
/** How many paragraphs a quotation is looked through for its end. */
export const LONGEST_QUOTE = 60;

/**
 * The indexes of the groups that quote another text over several paragraphs, as amendments do: a group that begins
 * with a quotation mark it does not close, behind a colon, up to the group that closes it. A mark that is never closed
 * begins no quotation; `open` has the indexes of the groups where such a mark stands.
 */
export function quotedGroups(groups: readonly Pick<Group, 'clean'>[]): { quoted: Set<number>; open: number[] } {
  const quoted = new Set<number>();
  const open: number[] = [];
  for (let i = 1; i < groups.length; i++) {
    const clean = (groups[i] as Group).clean;
    const close = closingOf(clean);
    if (close === undefined || clean.includes(close, 1)) continue;
    const isLed = /:\d{0,3}$/.test((groups[i - 1] as Group).clean.slice(-5));
    if (!isLed) continue;
    const end = endOf(groups, i, clean[0] as string, close);
    if (end < 0) open.push(i);
    for (let k = i; k <= end; k++) quoted.add(k);
    i = Math.max(i, end);
  }
  return { quoted, open };
}

/** The sign that closes the quotation that `clean` begins with; undefined where it begins with none. */
function closingOf(clean: string): string | undefined {
  const code = clean.charCodeAt(0);
  // a letter, a digit or a bracket, as most begin with
  if (code >= 40 && code < 128) return undefined;
  return CLOSING[clean[0] as string];
}

/** The last group of a quotation that begins at `start`; -1 when it has no end. */
function endOf(groups: readonly Pick<Group, 'clean'>[], start: number, open: string, close: string): number {
  for (let i = start + 1; i < Math.min(groups.length, start + LONGEST_QUOTE); i++) {
    const { clean } = groups[i] as Group;
    const opened = clean.indexOf(open);
    const closed = clean.indexOf(close, clean[0] === open ? 1 : 0);
    if (closed >= 0 && (opened <= 0 || open === close || closed < opened)) return i;
  }
  return -1;
}
