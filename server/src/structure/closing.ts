import { isDigit } from './characters';
import type { Words } from './words';

/** "8th plenary meeting", "64th plenary meeting", "18 November 2016": what stands under an adopted text. */
export function isClosing(clean: string, words: Words): boolean {
  if (clean.length > 60 || !isDigit(clean.charCodeAt(0))) return false;
  const text = clean.toLowerCase();
  const found = /^(\d{1,3})(\p{L}{1,3}|ª|º)? ?(.{0,40})$/u.exec(text);
  if (!found) return false;
  const rest = found[3] ?? '';
  if (words.closings.some((word) => rest === word || rest === `${word}.`)) return true;
  const month = /^(?:de )?(\p{L}+) (?:de )?\d{4}$/u.exec(rest)?.[1] ?? '';
  return words.months.includes(month);
}
