import { type Directive, directivesOf } from '../rules/directives';
import type { Finding, Fix } from '../rules/rule';
import { comments } from '../structure/hidden';
import type { Block, Draft } from '../structure/model';
import { type Line, lineAt } from '../text/lines';
import { beginningIn, contains, firstFrom, type Range, type TextEdit } from '../text/range';

/**
 * The comments that silence the rule of a finding: in its line, in the line below the comment, in its paragraph, in the
 * whole text. In the head, where a comment stands behind "#", there are no paragraphs.
 */
export function silencesOf(draft: Draft, { rule, range }: Finding): Fix[] {
  const place = placeOf(draft, range);
  const offered: [where: string, edits: readonly TextEdit[] | null][] = [
    ['in this line', atLineEnd(draft, place, rule)],
    ['in the next line, by a comment above it', aboveLine(draft, place, rule)],
    ['in this paragraph', aroundBlock(draft, place, rule)],
    ['in the whole text', atTop(draft, place, rule)],
  ];
  return offered.flatMap(([where, edits]) => (edits ? [{ title: `Silence “${rule}” ${where}`, edits }] : []));
}

interface Place {
  readonly start: number;
  readonly line: Line;
  readonly inHead: boolean;
  readonly block: Block | undefined;
  /** Written in front of a comment. */
  readonly sign: '' | '# ';
  readonly lineEnd: string;
}

function placeOf({ text, lines, head, blocks }: Draft, { start }: Range): Place {
  const inHead = head.range !== null && start < head.range.end;
  return {
    start,
    line: lines[lineAt(lines, start)] as Line,
    inHead,
    block: inHead ? undefined : blockAt(blocks, start),
    sign: inHead ? '# ' : '',
    lineEnd: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
  };
}

const insertion = (at: number, newText: string): TextEdit => ({ range: { start: at, end: at }, newText });

const comment = (action: string, rule: string): string => `<!-- resolute-${action} ${rule} -->`;

/** The block that holds `offset`, the first of two that meet there. */
function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  const at = firstFrom(blocks, ({ range }) => range.end, offset);
  const block = blocks[at];
  return block && contains(block.range, offset) ? block : undefined;
}

/** The comments of a draft and the directives among them: asked for once a finding, read once a draft. */
interface Comments {
  readonly all: readonly Range[];
  readonly directives: readonly Directive[];
  /** Where each rule is first enabled by its name, and under "" where all rules are. */
  readonly enabled: ReadonlyMap<string, number>;
}

const read = new WeakMap<Draft, Comments>();

function commentsOf(draft: Draft): Comments {
  const known = read.get(draft);
  if (known) return known;
  const directives = directivesOf(draft.text);
  const enabled = new Map<string, number>();
  for (const { action, rules, range } of directives) {
    if (action !== 'enable') continue;
    for (const rule of rules.length > 0 ? rules : ['']) if (!enabled.has(rule)) enabled.set(rule, range.start);
  }
  const made = { all: comments(draft.text), directives, enabled };
  read.set(draft, made);
  return made;
}

/** Whether a comment, such as one of several lines, is open at `offset`. */
function isInComment(draft: Draft, offset: number): boolean {
  const { all } = commentsOf(draft);
  const before = all[firstFrom(all, ({ start }) => start, offset) - 1];
  return before !== undefined && offset < before.end;
}

function atLineEnd(draft: Draft, { line, sign }: Place, rule: string): TextEdit[] | null {
  const { text, lines } = draft;
  const end = line.start + text.slice(line.start, line.end).trimEnd().length;
  if (isInComment(draft, end)) return null;
  const { directives } = commentsOf(draft);
  const there = beginningIn(directives, ({ range }) => range.start, line.start, line.end + 1).find(
    ({ action, places, range }) =>
      action === 'disable-line' && places.length > 0 && lineAt(lines, range.end) === lineAt(lines, line.start),
  );
  const last = there?.places.at(-1);
  if (last) return [insertion(last.end, `, ${rule}`)];
  return [insertion(end, ` ${sign}${comment('disable-line', rule)}`)];
}

function aboveLine(draft: Draft, { line, sign, lineEnd }: Place, rule: string): TextEdit[] | null {
  // nothing may stand above a head, nor inside a comment
  const { range } = draft.head;
  if ((range && line.start === range.start) || isInComment(draft, line.start)) return null;
  return [insertion(line.start, `${sign}${comment('disable-next-line', rule)}${lineEnd}`)];
}

function aroundBlock(draft: Draft, { block, lineEnd }: Place, rule: string): TextEdit[] | null {
  if (!block) return null;
  const { lines } = draft;
  const first = lines[lineAt(lines, block.begin)] as Line;
  const last = lines[lineAt(lines, block.range.end)] as Line;
  if (isInComment(draft, first.start) || isInComment(draft, last.end)) return null;
  return [
    insertion(first.start, `${comment('disable', rule)}${lineEnd}`),
    insertion(last.end, `${lineEnd}${comment('enable', rule)}`),
  ];
}

function atTop(draft: Draft, { start, inHead, lineEnd, sign }: Place, rule: string): TextEdit[] | null {
  const { lines, head } = draft;
  // a comment on the way that enables the rule again would win
  const { enabled } = commentsOf(draft);
  const isEnabled = ['', rule].some((one) => (enabled.get(one) ?? Number.POSITIVE_INFINITY) < start);
  if (isEnabled) return null;
  const line = head.range ? lines[inHead ? 1 : lineAt(lines, head.range.end) + 1] : lines[0];
  const written = `${sign}${comment('disable', rule)}`;
  if (!line) return [insertion((lines.at(-1) as Line).end, `${lineEnd}${written}`)];
  return [insertion(line.start, `${written}${lineEnd}`)];
}
