import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Pattern } from './patterns';

const root = path.join(__dirname, '..', '..');
const LANGUAGES = ['en', 'fr', 'es'] as const;
const MOST_OF_A_PLACE = 6;
/** Reaches readers that no fixture does. */
const MORE =
  '1. *Recalls* article 5, paragraph 2, of the Rotterdam Convention, articles 3, 5 and 7–9 of the Convention;\n';

/** The patterns that the product makes of data while it reads the fixtures in each language, each with its place. */
export function patternsOfDrafts(): Pattern[] {
  const found = new Map<string, Pattern>();
  const before = globalThis.RegExp;
  globalThis.RegExp = new Proxy(before, {
    construct(target, args, newTarget) {
      const place = callerOf();
      const made: RegExp = Reflect.construct(target, args, newTarget);
      if (place) found.set(`${place} ${made}`, { source: made.source, flags: made.flags, place });
      return made;
    },
  });
  try {
    readEverything();
  } finally {
    globalThis.RegExp = before;
  }
  return longestOfEach([...found.values()]);
}

/** A place may make hundreds of patterns that differ in a label only: the longest few stand for all of them. */
function longestOfEach(patterns: readonly Pattern[]): Pattern[] {
  const byPlace = new Map<string, Pattern[]>();
  for (const pattern of patterns) byPlace.set(pattern.place, [...(byPlace.get(pattern.place) ?? []), pattern]);
  return [...byPlace.values()].flatMap((all) =>
    all.sort((a, b) => b.source.length - a.source.length || (a.source < b.source ? -1 : 1)).slice(0, MOST_OF_A_PLACE),
  );
}

/** The product's own line that made a pattern: "server/src/rules/cited-list.ts:12"; null for anybody else's. */
function callerOf(): string | null {
  const line = String(new Error().stack).split('\n')[3] ?? '';
  const at = /(?:server|client)\/src\/[^:)]+:\d+/.exec(line.replaceAll('\\', '/'));
  return at?.[0] ?? null;
}

function readEverything(): void {
  const { serviceOverPacks } = require('../support/service') as typeof import('../support/service');
  const numbering = require('../../client/src/numbering') as typeof import('../../client/src/numbering');
  const service = serviceOverPacks();
  const folder = path.join(root, 'test', 'fixtures');
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
  for (const language of LANGUAGES) {
    for (const text of [...texts, MORE]) {
      const analysis = service.analyse(text, { settings: { rules: {}, language }, forced: true });
      for (const { fixes } of analysis.findings) fixes?.();
    }
  }
  numbering.enterRules();
}
