// Keystrokes: one small letter near the middle of a text replaced by another, a different one each time.

/** The offset of the letter that keystroke `i` replaces. */
function offsetOf(text, i) {
  const from = (text.length >> 1) + ((i * 37) % 400);
  const found = text.slice(from).search(/[a-z]/);
  return found < 0 ? text.search(/[a-z]/) : from + found;
}

const letterOf = (text, at, i) => {
  const letter = String.fromCharCode(97 + (i % 26));
  return letter === text[at] ? (letter === 'q' ? 'r' : 'q') : letter;
};

/** The text after keystroke `i`. Other texts than the last, in memory of their own. */
export function edited(text, i) {
  const at = offsetOf(text, i);
  return Buffer.from(text.slice(0, at) + letterOf(text, at, i) + text.slice(at + 1)).toString();
}

/**
 * `count` keystrokes one after another: each as the protocol's `range` and `text`, and what the whole text is after it.
 * Small letters stay small letters, so every keystroke has the place that it has in the first text.
 */
export function* keystrokes(text, count) {
  const lines = text.split('\n');
  let start = 0;
  const starts = lines.map((line) => {
    start += line.length + 1;
    return start - line.length - 1;
  });
  for (let i = 0; i < count; i++) {
    const at = offsetOf(text, i);
    const line = starts.findLastIndex((from) => from <= at);
    const character = at - starts[line];
    const letter = letterOf(lines[line], character, i);
    lines[line] = lines[line].slice(0, character) + letter + lines[line].slice(character + 1);
    const range = { start: { line, character }, end: { line, character: character + 1 } };
    yield { range, text: letter, whole: () => lines.join('\n') };
  }
}
