import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { checkSync } from 'recheck';
import { isNewExpression, isRegularExpressionLiteral, type Node } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';
import { root } from '../support/imports';
import { stepped } from './regex-steps';

/** A regular expression of the product, and where it stands: "server/src/text/lines.ts:12". */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly place: string;
}

/** A text that takes a pattern more than twice the steps when it is twice as long. */
export interface Attack {
  readonly pattern: Pattern;
  readonly factor: number;
  readonly text: string;
}

const FOLDERS = ['server/src', 'client/src'];
/** No text tried is shorter. */
const SHORT = 500;
/** A linear pattern takes twice the steps for twice the text, a little more where its window is long, a square one four times. */
const MOST = 2.5;
/** Steps for each character above which a pattern is too slow at any length: an exponential one never ends. */
const MOST_EACH = 5000;

/** The literals of the product, and the places where it makes patterns of data. */
export function patternsInCode(): { literals: Pattern[]; made: string[] } {
  const api = new API({ cwd: root });
  const literals: Pattern[] = [];
  const made: string[] = [];
  try {
    const snapshot = api.updateSnapshot({ openProject: path.join(root, 'tsconfig.json') });
    const program = snapshot.getProjects()[0]?.program;
    for (const file of FOLDERS.flatMap(sourcesBelow)) {
      const source = program?.getSourceFile(path.join(root, file));
      if (!source) throw new Error(`${file} is not part of the project that tsconfig.json names.`);
      const placeOf = (node: Node) => `${file}:${source.text.slice(0, node.getStart(source)).split('\n').length}`;
      const visit = (node: Node): void => {
        if (isRegularExpressionLiteral(node)) literals.push({ ...partsOf(node.text), place: placeOf(node) });
        if (isNewExpression(node) && node.expression.getText(source) === 'RegExp') made.push(placeOf(node));
        node.forEachChild(visit);
      };
      visit(source);
    }
  } finally {
    api.close();
  }
  return { literals, made };
}

const sourcesBelow = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
    .sort();

function partsOf(literal: string): { source: string; flags: string } {
  const end = literal.lastIndexOf('/');
  return { source: literal.slice(1, end), flags: literal.slice(end + 1) };
}

/** The patterns of the grammar, written for Oniguruma, as JavaScript has them; `\G` and `\A` hold where a search begins. */
export function patternsInGrammar(): Pattern[] {
  const file = 'syntaxes/decision.tmLanguage.json';
  const found: Pattern[] = [];
  const visit = (node: unknown, at: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      const isPattern = typeof value === 'string' && ['match', 'begin', 'end', 'while'].includes(key);
      if (isPattern) found.push({ source: inJavaScript(value), flags: 'imu', place: `${file}${at}/${key}` });
      else visit(value, `${at}/${key}`);
    }
  };
  visit(JSON.parse(readFileSync(path.join(root, file), 'utf8')), '');
  return found;
}

const inJavaScript = (source: string): string =>
  source
    .replaceAll('(?i:', '(?:')
    .replaceAll('\\A', '^')
    .replaceAll('\\G', '')
    .replace(/\((\\\d)\)/g, '(\\*)')
    .replace(/\\([-'’"#<>:;&% ])/g, '$1');

/**
 * Looks for a text that the pattern takes more than linear time for, among `suspects`. What recheck suspects is tried, step by step, at a
 * length and at twice that: recheck takes "at most 200" for "any number", and a window of 200 is no harm.
 */
export function attackOn(pattern: Pattern, suspects = suspectsOf(pattern)): Attack | null {
  const { source, flags } = pattern;
  const short = Math.max(SHORT, 2 * windowOf(source));
  const stepsFor = (text: string) =>
    stepped(source, flags.replace(/[gd]/g, ''), text, 0, MOST_EACH * text.length).steps;
  for (const make of suspects) {
    const [once, twice] = [make(short), make(2 * short)];
    const [fewer, more] = [stepsFor(once), stepsFor(twice)];
    if (more / fewer > MOST || more >= MOST_EACH * twice.length)
      return { pattern, factor: more / fewer, text: make(40) };
  }
  return null;
}

/** How many characters the bounded repeats of a pattern take at most. */
const windowOf = (source: string): number =>
  [...source.matchAll(/\{\d*,?(\d+)\}/g)].reduce((sum, [, most]) => sum + Number(most), 0);

/** Gives a text of about the length asked for. */
type Text = (length: number) => string;

/** A text that says `pump` over and over between its beginning and its end. */
export const pumping =
  (prefix: string, pump: string, suffix: string): Text =>
  (length) =>
    prefix + pump.repeat(Math.ceil(length / pump.length)) + suffix;

/** Texts of any length that may be slow: the one that recheck found, or, where it found no end, common ones. */
function suspectsOf({ source, flags }: Pattern): Text[] {
  if (isShortSighted(source, flags)) return [];
  const answer = checkSync(source, flags.replace('d', ''), { timeout: 3000 });
  if (answer.status === 'safe') return [];
  if (answer.status === 'unknown') return UNITS.map((unit) => pumping('', unit, '\n!'));
  const { pumps, suffix } = answer.attack;
  return [
    (length) => {
      const pumped = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
      const times = Math.ceil(length / Math.max(1, pumped));
      return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
    },
  ];
}

/**
 * Whether a pattern looks at a few characters from each place, whatever the text: it has no repeat without an end, none
 * inside another, and at most one that is long.
 */
function isShortSighted(source: string, flags: string): boolean {
  let isNested = false;
  let depth = 0;
  const most: number[] = [];
  const unicode = flags.includes('u');
  visitRegExpAST(new RegExpParser().parsePattern(source, 0, source.length, { unicode, unicodeSets: false }), {
    onQuantifierEnter({ max }) {
      if (max > 1 && ++depth > 1) isNested = true;
      most.push(max);
    },
    onQuantifierLeave({ max }) {
      if (max > 1) depth--;
    },
  });
  return !isNested && Math.max(0, ...most) < Infinity && most.filter((max) => max > LONG).length < 2;
}

/** A repeat that may take more than this is a long one. */
const LONG = 24;

const UNITS = [
  ' ',
  'a',
  'A',
  '0',
  '[',
  '(',
  '/',
  '.',
  ',',
  '*',
  'a ',
  '0 ',
  'A/',
  '1.',
  '[a',
  '](',
  'the ',
  '-',
  "'",
  '\n',
];
