/** As much of a text as is compared. */
const LONGEST = 240;

/** `text` as titles are compared: small letters and numbers, single blanks between them. */
export const folded = (text: string): string =>
  text
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** How alike two texts are, from 0 to 1: one less the share of letters to be changed, added or left out. */
export function similarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - distance(a, b) / longest;
}

function distance(a: string, b: string): number {
  const { length } = b;
  const row = new Int32Array(length + 1);
  for (let j = 1; j <= length; j++) row[j] = j;
  for (let i = 0; i < a.length; i++) {
    const code = a.charCodeAt(i);
    let aslant = i;
    let left = i + 1;
    row[0] = left;
    for (let j = 0; j < length; j++) {
      const above = row[j + 1] as number;
      left = Math.min(aslant + (code === b.charCodeAt(j) ? 0 : 1), above + 1, left + 1);
      row[j + 1] = left;
      aslant = above;
    }
  }
  return row[length] as number;
}
