import type { Front } from '../structure/model';
import type { FormsIndex } from './forms-index';
import { namedIn } from './names';
import { readAfter, readAlone } from './readings';

/**
 * The body whose text this is, whose numbers a bare "Resolution 7.9" therefore means: from the head, the text's own
 * number, its symbol, the enacting formula, the lines above it, symbols on lines of their own, or the one body the text speaks of far more than of
 * others. Null when none of these tells.
 */
export function ownBody(draft: Front, index: FormsIndex): string | null {
  return (
    fromIdentifier(draft, index) ??
    fromSymbol(draft, index) ??
    fromNames(draft, index) ??
    fromLines(draft, index) ??
    fromMentions(draft, index)
  );
}

function fromIdentifier({ identifier, symbol }: Front, index: FormsIndex): string | null {
  for (const text of [symbol, identifier?.text]) {
    if (!text) continue;
    const bodies = new Set(readAlone(index, text, 0).map((reading) => reading.series.body));
    if (bodies.size === 1) return [...bodies][0] as string;
  }
  if (!identifier?.kind) return null;
  const bodies = new Set(readAfter(index, identifier.kind, identifier.text, 0).map((reading) => reading.series.body));
  return bodies.size === 1 ? ([...bodies][0] as string) : null;
}

const fromSymbol = ({ symbol }: Front, index: FormsIndex): string | null =>
  index.symbols.find(({ prefix }) => symbol?.startsWith(prefix))?.body ?? null;

/** The body named in the enacting formula, else in the lines above the first paragraph. */
function fromNames(draft: Front, index: FormsIndex): string | null {
  const formula = draft.enactingFormula?.text ?? '';
  const named = namedIn(index, formula).at(-1)?.body;
  if (named) return named;
  const front = draft.blocks.filter((block) => block.kind === 'title').slice(0, 12);
  const bodies = new Set(front.flatMap((block) => namedIn(index, block.clean.slice(0, 600)).map((name) => name.body)));
  return bodies.size === 1 ? ([...bodies][0] as string) : null;
}

const LONGEST_SYMBOL = 60;

/** The one body whose symbols stand on lines of their own, as on each page of a text pasted from pages. */
function fromLines({ blocks }: Front, index: FormsIndex): string | null {
  const lines = blocks.filter(({ kind, clean }) => kind === 'other' && clean.length < LONGEST_SYMBOL);
  const symbols = lines.filter(({ clean }) => /^[A-Z]{1,10}[/.]\S{2,40}(?: \S{1,20}){0,2}$/.test(clean));
  const bodies = new Set(
    symbols.flatMap(({ clean }) => index.symbols.find(({ prefix }) => clean.startsWith(prefix))?.body ?? []),
  );
  return bodies.size === 1 ? ([...bodies][0] as string) : null;
}

/** As much of a text as is looked through for the bodies it speaks of. */
export const MENTIONING = 30_000;
const ENOUGH = 3;

function fromMentions(draft: Front, index: FormsIndex): string | null {
  const counts = new Map<string, number>();
  for (const { body } of namedIn(index, draft.text.slice(0, MENTIONING))) counts.set(body, (counts.get(body) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= ENOUGH && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : null;
}
