/** Texts searched as one long string, which is faster than one by one. Each answer gives indices of texts, in order. */
export interface TextTable {
  equal(text: string): Iterable<number>;
  beginning(start: string): Iterable<number>;
  /** The texts that hold every one of `words` anywhere. */
  holding(words: readonly string[]): Iterable<number>;
}

const END = '\n';

/** A table of `texts`, none of which holds a line break. */
export function textTable(texts: readonly string[]): TextTable {
  const joined = `${END}${texts.join(END)}${END}`;
  const starts = new Uint32Array(texts.length + 1);
  starts[0] = 1;
  texts.forEach((text, i) => {
    starts[i + 1] = (starts[i] as number) + text.length + 1;
  });

  /** The texts that `wanted` begins in, each once. */
  function* found(wanted: string): Iterable<number> {
    let index = 0;
    let at = joined.indexOf(wanted);
    while (at >= 0) {
      const place = wanted.startsWith(END) ? at + 1 : at;
      while ((starts[index + 1] as number) <= place) index++;
      if (index >= texts.length) return;
      yield index;
      at = joined.indexOf(wanted, (starts[index + 1] as number) - 1);
    }
  }

  function* holding(words: readonly string[]): Iterable<number> {
    const [longest = '', ...others] = [...words].sort((a, b) => b.length - a.length);
    for (const index of found(longest)) {
      const text = texts[index] as string;
      if (others.every((word) => text.includes(word))) yield index;
    }
  }

  return { equal: (text) => found(END + text + END), beginning: (start) => found(END + start), holding };
}
