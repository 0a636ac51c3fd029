/** A link or a picture: `[text](address)`. Its parts are bounded, so that no text makes the search long. */
const link = /!?\[([^[\]\n]{0,500})\]\(([^()\s]{1,2000})\)/g;
const markAtLineStart = /^ {0,3}(?:#{1,6}|>) +/;
const rule = /^ {0,3}(?:-{3,40}|\*{3,40}) *$/;

/** `markdown`, as hovers use it, for a client that shows plain text only: the words and addresses, without the marks. */
export function plainText(markdown: string): string {
  const lines = markdown.split('\n').filter((line) => !rule.test(line));
  return lines
    .map((line) => withoutMarks(line.replace(markAtLineStart, '').replace(link, '$1 ($2)')).trimEnd())
    .join('\n')
    .trim();
}

/** Drops `*` and backticks that are not escaped, the escaping backslashes, and one at the line's end (a hard break). */
function withoutMarks(line: string): string {
  return line.replace(/\\([!-/:-@[-`{-~])|[*`]|\\$/g, '$1');
}
