import { sourceRange } from '../structure/blocks';
import type { Block, Draft } from '../structure/model';
import { cutNote } from './cut-out';
import { forms, thin } from './forms';
import type { Body } from './limbs';
import type { Fix, Report } from './rule';

/** "Conference of Parties" for "Conference of the Parties" in a formula. */
export function* formulaSlips(draft: Draft, block: Block): Iterable<Report> {
  const { language, text } = draft;
  const { clean, range } = block;
  for (const [wrong = '', right = ''] of forms[language].organSlips) {
    const at = clean.toLowerCase().indexOf(wrong.toLowerCase());
    if (at < 0) continue;
    const written = clean.slice(at, at + wrong.length);
    const place = sourceRange(block, { start: at, end: at + wrong.length });
    const newText = written === written.toUpperCase() ? right.toUpperCase() : right;
    const isPlain = text.slice(place.start, place.end) === written;
    yield {
      range,
      message: `The organ’s name is “${right}”, not “${written}”.`,
      milder: thin(language),
      fixable: isPlain,
      fixes: () =>
        isPlain
          ? [{ title: `Write “${newText}”`, edits: [{ range: place, newText }], preferred: true, safe: true }]
          : [],
    };
  }
}

/** A second formula where no heading begins something new, nor a joint one stands right above. */
export function* repeatedFormula(draft: Draft, { blocks }: Body): Iterable<Report> {
  let before: Block | undefined;
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'heading') before = undefined;
    if (block.kind !== 'formula') continue;
    if (before !== undefined && blocks[i - 1]?.kind !== 'formula')
      yield {
        range: block.range,
        message: 'The enacting formula stands here a second time. Remove one of the two.',
        milder: thin(draft.language),
        related: [{ range: before.range, message: 'It stands here first.' }],
        fixes: () => [removal(draft.text, block)],
      };
    before = block;
  }
}

/** Takes the second formula out, with its italics and one of the blank lines around it. */
function removal(text: string, { begin, range }: Block): Fix {
  const marks = /^[*_]{0,3}/.exec(text.slice(range.end, range.end + 3))?.[0].length ?? 0;
  const cut = cutNote(text, { start: begin, end: range.end + marks }, text.trimEnd().length);
  return { title: 'Remove the second formula', edits: [{ range: cut, newText: '' }], preferred: true };
}
