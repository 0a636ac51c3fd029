interface Pieces {
  readonly items: readonly object[];
  /** Where the JSON of each item begins in `bytes`, and where that of the last one ends. */
  readonly starts: readonly number[];
  /** The JSON of all items, a comma behind each. */
  readonly bytes: Buffer;
}

/**
 * The JSON of lists that come one after the other and share most of their items, the very same objects, as the
 * diagnostics of a draft do from one keystroke to the next. Only items between those at both ends that the list before
 * had too are turned into JSON.
 */
export class KeptJson {
  private last: Pieces = { items: [], starts: [0], bytes: Buffer.alloc(0) };

  /** The bytes between the brackets of the list in JSON. */
  of(items: readonly object[]): Buffer {
    this.last = after(this.last, items);
    const { bytes } = this.last;
    return bytes.subarray(0, Math.max(0, bytes.length - 1));
  }
}

function after(last: Pieces, items: readonly object[]): Pieces {
  const shorter = Math.min(last.items.length, items.length);
  let first = 0;
  while (first < shorter && last.items[first] === items[first]) first++;
  let behind = 0;
  while (behind < shorter - first && last.items.at(-1 - behind) === items.at(-1 - behind)) behind++;
  const fresh = items.slice(first, items.length - behind).map((item) => `${JSON.stringify(item)},`);
  const oldEnd = last.items.length - behind;
  const starts = last.starts.slice(0, first);
  let at = last.starts[first] as number;
  for (const text of fresh) {
    starts.push(at);
    at += Buffer.byteLength(text);
  }
  const by = at - (last.starts[oldEnd] as number);
  for (let i = oldEnd; i < last.starts.length; i++) starts.push((last.starts[i] as number) + by);
  const { bytes } = last;
  const kept = [bytes.subarray(0, last.starts[first]), bytes.subarray(last.starts[oldEnd])] as const;
  return { items, starts, bytes: Buffer.concat([kept[0], Buffer.from(fresh.join('')), kept[1]]) };
}
