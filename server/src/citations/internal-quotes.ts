import type { Range } from '../text/range';

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '«': '»', '"': '"' };

/** The quotations inside a clean text, their marks included; one that is never closed is none. */
export function quotedSpans(text: string): Range[] {
  const spans: Range[] = [];
  const first = text.search(/[“«"]/);
  if (first < 0) return spans;
  const last = Object.fromEntries(Object.values(PAIRS).map((close) => [close, text.lastIndexOf(close)]));
  for (let i = first; i < text.length; i++) {
    const close = PAIRS[text[i] as string];
    if (close === undefined || (last[close] as number) <= i) continue;
    const end = text.indexOf(close, i + 1);
    spans.push({ start: i, end: end + 1 });
    i = end;
  }
  return spans;
}
