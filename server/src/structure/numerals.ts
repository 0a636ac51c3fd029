/** "a" is 1, "z" 26, "aa" 27, "bb" 28; null for other words. */
export function letterValue(letters: string): number | null {
  const code = letters.charCodeAt(0) - 96;
  if (letters.length === 1) return code;
  return letters.length === 2 && letters[0] === letters[1] ? 26 + code : null;
}

/** The letter label of `value`: 1 is "a", 27 "aa". */
export function letterOf(value: number): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(1 + Math.floor((value - 1) / 26));
}

const ROMAN: readonly [string, number][] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

/** `value` as a roman number in capitals. */
export function romanOf(value: number): string {
  let rest = value;
  let out = '';
  for (const [sign, worth] of ROMAN) {
    while (rest >= worth) {
      out += sign;
      rest -= worth;
    }
  }
  return out;
}

/** The value of a roman number in capitals, at most 15 signs long; undefined when it is not written as such. */
export function romanValue(text: string): number | undefined {
  if (text.length === 0 || text.length > 15) return undefined;
  let value = 0;
  let at = 0;
  for (const [sign, worth] of ROMAN) {
    while (text.startsWith(sign, at)) {
      value += worth;
      at += sign.length;
    }
  }
  return at === text.length && romanOf(value) === text ? value : undefined;
}
