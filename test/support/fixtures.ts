import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(__dirname, '..', 'fixtures');
/** Files of the folder that are no fixtures themselves. */
const HELPERS = ['.gitattributes'];
const FIXED = /\.fixed\.(?:md|txt)$/;

/** A finding that a marker asks for. */
export interface Expected {
  readonly rule: string;
  readonly severity: string;
  readonly start: number;
  readonly end: number;
}

export interface Fixture {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly Expected[];
  /** Whether the name is one of the language's own, so that the text is taken for a draft. */
  readonly forced: boolean;
  /** What the safe mends give, where the folder holds it. */
  readonly fixed?: string;
}

/**
 * Reads a text with markers: `⟦verb-italics warning|Requests⟧` asks for that finding on the words inside it; several
 * findings on one stretch are joined by "+". Markers may lie inside one another.
 */
export function readMarkers(source: string): { text: string; expected: Expected[] } {
  const open: { start: number; wanted: string }[] = [];
  const expected: Expected[] = [];
  let text = '';
  for (const [part] of source.matchAll(/⟦[^|⟦⟧]*\||⟧|[^⟦⟧]+|⟦/gu)) {
    if (part === '⟦') throw new Error(`a marker without its bar: ${source.slice(0, 40)}…`);
    if (part.startsWith('⟦')) open.push({ start: text.length, wanted: part.slice(1, -1) });
    else if (part === '⟧') {
      const marker = open.pop();
      if (!marker) throw new Error(`a marker ends that never began, behind: ${text.slice(-40)}`);
      for (const one of marker.wanted.split('+')) {
        const [rule = '', severity = ''] = one.trim().split(' ');
        expected.push({ rule, severity, start: marker.start, end: text.length });
      }
    } else text += part;
  }
  if (open.length > 0) throw new Error(`a marker never ends: ${open[0]?.wanted}`);
  return { text, expected };
}

const names = readdirSync(folder).filter((name) => !HELPERS.includes(name));
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const fixedName = (name: string): string => name.replace(/\.(md|txt)$/, '.fixed.$1');

/** Files of the folder that no fixture stands for. */
export const strays: readonly string[] = names.filter((name) =>
  FIXED.test(name) ? !names.includes(name.replace('.fixed', '')) : !/\.(?:md|txt)$/.test(name),
);

export const fixtures: readonly Fixture[] = names
  .filter((name) => /\.(?:md|txt)$/.test(name) && !FIXED.test(name))
  .map((name) => ({
    name,
    ...readMarkers(read(name)),
    forced: /\.(?:decision|resolution)\.md$/.test(name),
    ...(names.includes(fixedName(name)) && { fixed: read(fixedName(name)) }),
  }));

/** The fixtures whose names begin with "clean-": without any finding. */
export const cleanFixtures: readonly Fixture[] = fixtures.filter(({ name }) => name.startsWith('clean-'));
