/** Texts searched as one long string, which is faster than one by one. Each answer gives indices of texts, in order. */
export interface TextTable {
  equal(text: string): Iterable<number>;
  beginning(start: string): Iterable<number>;
  /** The texts that hold every one of `words` anywhere; there is at least one word. */
  holding(words: readonly string[]): Iterable<number>;
}

const END = '\n';
/** Of so many texts it is counted which word is rare. */
const SAMPLE = 200;

/** A table of `texts` in small letters, `squeezed` without blanks. What is looked for is written so by who asks. */
export function textTable(texts: readonly string[], squeezed = false): TextTable {
  const lines = texts.some((text) => text.includes(END)) ? texts.map((text) => text.replaceAll(END, ' ')) : texts;
  const small = lines.join(END).toLowerCase();
  const joined = `${END}${squeezed ? small.replace(/[^\S\n]+/g, '') : small}${END}`;
  const starts = startsOf(joined, texts.length);
  const textAt = (index: number) => joined.slice(starts[index], (starts[index + 1] as number) - 1);

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

  function rarest(words: readonly string[]): string {
    const step = Math.ceil(texts.length / SAMPLE);
    const sample: string[] = [];
    for (let index = 0; index < texts.length; index += step) sample.push(textAt(index));
    const counted = words.map((word) => ({ word, count: sample.filter((text) => text.includes(word)).length }));
    return counted.reduce((a, b) => (b.count < a.count ? b : a)).word;
  }

  function* holding(words: readonly string[]): Iterable<number> {
    const longest = [...new Set(words)].sort((a, b) => b.length - a.length);
    const anchor = longest.length > 1 ? rarest(longest) : (longest[0] as string);
    const others = longest.filter((word) => word !== anchor);
    for (const index of found(anchor)) {
      if (others.length === 0) yield index;
      else {
        const text = textAt(index);
        if (others.every((word) => text.includes(word))) yield index;
      }
    }
  }

  return { equal: (text) => found(END + text + END), beginning: (start) => found(END + start), holding };
}

/** Where each of `count` texts of `joined` begins, and where one behind them would. */
function startsOf(joined: string, count: number): Uint32Array {
  const starts = new Uint32Array(count + 2);
  let at = 0;
  for (let index = 0; index <= count && at >= 0; index++) {
    starts[index] = at + 1;
    at = joined.indexOf(END, at + 1);
  }
  starts[count + 1] = joined.length + 1;
  return starts;
}
