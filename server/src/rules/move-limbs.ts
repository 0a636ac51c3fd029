import type { Draft } from '../structure/model';
import type { TextEdit } from '../text/range';
import type { Limb } from './limbs';
import { allOf } from './limbs';
import type { Fix } from './rule';

/**
 * The mend that moves `run`, which stands together, to the place `border` among `limbs`, with all below it; none where
 * the lines of the text do not part its paragraphs.
 */
export function moveLimbs(draft: Draft, limbs: readonly Limb[], run: readonly Limb[], border: number): Fix[] {
  const { text } = draft;
  const first = limbs.indexOf(run[0] as Limb);
  const isUp = first > border;
  const anchor = isUp ? limbs[border] : limbs[border - 1];
  if (anchor === undefined) return [];
  const from = lineStart(text, run[0] as Limb);
  const to = lineEnd(text, run.at(-1) as Limb);
  const at = isUp ? lineStart(text, anchor) : lineEnd(text, anchor);
  const [moved, gap] = [text.slice(from, to), gapAt(text, from)];
  const behind = /^\s*/.exec(text.slice(to, to + 20))?.[0] ?? '';
  const cut: TextEdit = {
    range:
      behind.length > 0 && to + behind.length < text.length
        ? { start: from, end: to + behind.length }
        : { start: from - gap.length, end: to },
    newText: '',
  };
  const paste: TextEdit = { range: { start: at, end: at }, newText: isUp ? moved + gap : gap + moved };
  const word = run[0]?.paragraph.opening?.text ?? '';
  const what = run.length === 1 ? `the paragraph “${word} …”` : `these ${run.length} paragraphs`;
  const where = isUp ? 'up, to the end of the preamble' : 'down, behind the preamble';
  return [{ title: `Move ${what} ${where}`, edits: isUp ? [paste, cut] : [cut, paste] }];
}

/** The line ends that part a paragraph from the one before it. */
const gapAt = (text: string, from: number): string =>
  /(?:\r?\n[ \t]*){1,3}$/.exec(text.slice(Math.max(0, from - 12), from))?.[0] ?? '\n\n';

function lineStart(text: string, { paragraph }: Limb): number {
  const { begin } = paragraph.block;
  const line = text.lastIndexOf('\n', begin - 1) + 1;
  return text.slice(line, begin).trim() === '' ? line : begin;
}

/** The end of the line that `limb` ends on, its items and its closing marks included. */
function lineEnd(text: string, limb: Limb): number {
  const { range } = (allOf([limb]).at(-1) as Limb).paragraph;
  const line = text.indexOf('\n', range.end);
  const end = line < 0 ? text.length : line;
  return text[end - 1] === '\r' ? end - 1 : end;
}
