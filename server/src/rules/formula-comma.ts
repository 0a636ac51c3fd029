import type { Block, Draft } from '../structure/model';
import { thin } from './forms';
import type { HouseStyle } from './house-style';
import { bodiesOf } from './limbs';
import type { Report } from './rule';

/** The comma behind each enacting formula that the house style calls for, or does not (R4). */
export function* formulaCommas(draft: Draft, { formulaComma }: HouseStyle): Iterable<Report> {
  if (formulaComma === 'any') return;
  for (const { blocks } of bodiesOf(draft)) {
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i] as Block;
      if (block.kind !== 'formula') continue;
      const has = block.clean.endsWith(',');
      const isBeforePreamble = blocks[i + 1]?.kind === 'preambular';
      const isFree = formulaComma === 'before-preamble' && !isBeforePreamble;
      const wanted = formulaComma !== 'never' && isBeforePreamble;
      if (!isFree && has !== wanted && isFollowed(blocks[i + 1])) yield report(draft, block, wanted);
    }
  }
}

const isFollowed = (next: Block | undefined): boolean => next?.kind === 'preambular' || next?.kind === 'operative';

function report(draft: Draft, { range }: Block, wanted: boolean): Report {
  const edit = wanted
    ? insertion(draft.text, range.end)
    : { range: { start: range.end - 1, end: range.end }, newText: '' };
  const message = wanted
    ? 'A comma is missing behind the enacting formula. Add it.'
    : 'The enacting formula takes no comma here. Remove it.';
  return {
    range: { start: Math.max(range.start, range.end - 1), end: range.end },
    message,
    milder: 1 + thin(draft.language),
    fixable: true,
    fixes: () => [{ title: wanted ? 'Add the comma' : 'Remove the comma', edits: [edit], preferred: true, safe: true }],
  };
}

/** The comma stands outside the italics. */
function insertion(text: string, end: number) {
  const at = end + (/^[*_]{1,3}/.exec(text.slice(end, end + 3))?.[0].length ?? 0);
  return { range: { start: at, end: at }, newText: ',' };
}
