import { letterOf, romanOf } from '../../server/src/structure/numerals';

/**
 * What Enter does at the end of a numbered line. A language configuration cannot count, so there is one rule for each
 * label. The editor itself applies them: no waiting for the extension, one step to undo, every cursor.
 */
export interface EnterRule {
  /** The line up to the cursor. */
  readonly before: RegExp;
  /** The line above it; any when undefined. */
  readonly above?: RegExp;
  /** What follows the line break. */
  readonly append: string;
}

const highest = { number: 200, letter: 28, roman: 20 };

const count = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
const roman = (value: number): string => romanOf(value).toLowerCase();
const escaped = (text: string): string => text.replace(/[().]/g, '\\$&');

/** A paragraph with text, not one that ends in a colon: sub-paragraphs follow that. */
const labelled = (indent: string, label: string): RegExp =>
  new RegExp(`^${indent}\\[?${escaped(label)}[ \\t]+(?=\\S)(?!.*:[ \\t]*$)`);

/** In a draft that sets blank lines between its paragraphs the next one is set off too. */
const blank = /^\s*$/;

function rulesFor(label: string, next: string): EnterRule[] {
  return [
    { before: labelled('', label), above: blank, append: `\n${next} ` },
    { before: labelled('[ \\t]*', label), append: `${next} ` },
  ];
}

/** "(i)" after a line "(h)" is a letter; by itself it is the first roman number. */
function letterAfter(value: number, shape: (text: string) => string): EnterRule {
  return {
    before: labelled('[ \\t]*', shape(letterOf(value))),
    above: new RegExp(`^[ \\t]*\\[?${escaped(shape(letterOf(value - 1)))}[ \\t]`),
    append: `${shape(letterOf(value + 1))} `,
  };
}

const shapes = [(text: string) => `(${text})`, (text: string) => `${text})`];

/** The rules in the order in which the editor tries them. */
export function enterRules(): EnterRule[] {
  const romans = count(highest.roman).map(roman);
  const isRoman = (value: number): boolean => romans.includes(letterOf(value));
  const letters = count(highest.letter);
  return [
    ...count(highest.number).flatMap((value) => rulesFor(`${value}.`, `${value + 1}.`)),
    ...shapes.flatMap((shape) => [
      ...letters.filter(isRoman).map((value) => letterAfter(value, shape)),
      ...romans.flatMap((text, index) => rulesFor(shape(text), shape(roman(index + 2)))),
      ...letters
        .filter((value) => !isRoman(value))
        .flatMap((value) => rulesFor(shape(letterOf(value)), shape(letterOf(value + 1)))),
    ]),
  ];
}

const emptyLabel = /^[ \t]*\[?(?:\d{1,3}\.|\(?[a-z]{1,2}\)|\(?[ivxl]{1,5}\))[ \t]+$/;

/** Whether `line` is a label with nothing behind it, as Enter has put it there. */
export const isEmptyLabel = (line: string): boolean => emptyLabel.test(line);
