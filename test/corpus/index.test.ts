import assert from 'node:assert/strict';
import type { Facts } from '../../server/src/service/api';
import { corpusText, needCorpus } from '../support/corpus';
import { analyse, service } from '../support/findings';

interface Known {
  readonly id: string;
  readonly line: number;
  readonly character: number;
  readonly literal?: string;
  readonly scored?: boolean;
}

interface Entry {
  readonly id: string;
  readonly file: string;
  readonly language: string;
  readonly format: string;
  readonly expected: Readonly<Record<string, unknown>> & { readonly citations?: readonly Known[] };
}

/** How many paragraphs of each level a text has, under the names that the list of the corpus gives them. */
function countsOf({ paragraphs }: Facts): Record<string, number> {
  const count = (level: number, part?: string) =>
    paragraphs.filter((paragraph) => paragraph.level === level && (!part || paragraph.part === part)).length;
  return { preambular: count(0, 'preamble'), operative: count(0, 'operative'), subparagraphs_a: count(1) };
}

const bare = (id: string): string => id.replace(/\s+/g, '').toUpperCase();

/** The ids cited, less those at places where the list wants neither a hit nor a miss. */
function idsOf({ citations }: Facts, known: readonly Known[]): string[] {
  const optional = known.filter((one) => one.scored === false);
  const isOptional = ({ line, character }: { line: number; character: number }) =>
    optional.some(
      (one) =>
        one.line === line && character >= one.character - 2 && character <= one.character + (one.literal?.length ?? 1),
    );
  return citations.filter(({ range }) => !isOptional(range.start)).map(({ instrument }) => bare(instrument));
}

/** How many of `wanted` are in `found`, each counted as often as it stands in both. */
function common(wanted: readonly string[], found: readonly string[]): number {
  const left = [...found];
  return wanted.filter((id) => {
    const at = left.indexOf(id);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

describe('real texts in English', () => {
  let entries: readonly Entry[] = [];

  before(function () {
    needCorpus(this, 'INDEX.json');
    const { documents } = JSON.parse(corpusText('INDEX.json')) as { documents: Entry[] };
    entries = documents.filter(({ language, format }) => language === 'en' && ['txt', 'md'].includes(format));
    assert.ok(entries.length > 0);
  });

  const factsOf = ({ file }: Entry) => service.facts(analyse(corpusText(file), { forced: false }));

  it('are read with their paragraphs, nine of ten without a fault', () => {
    const judged = entries.filter(({ expected }) => typeof expected.preambular === 'number');
    const wrong = judged.filter((entry) =>
      Object.entries(countsOf(factsOf(entry))).some(
        ([name, count]) => typeof entry.expected[name] === 'number' && entry.expected[name] !== count,
      ),
    );
    const names = wrong.map(({ id }) => id).join(', ');
    assert.ok(judged.length > 0 && 1 - wrong.length / judged.length >= 0.9, `wrong: ${names}`);
  });

  it('are read with what they cite', () => {
    const total = { known: 0, found: 0, right: 0 };
    for (const entry of entries) {
      const known = entry.expected.citations;
      if (!known) continue;
      const wanted = known.filter(({ scored }) => scored !== false).map(({ id }) => bare(id));
      const found = idsOf(factsOf(entry), known);
      total.known += wanted.length;
      total.found += found.length;
      total.right += common(wanted, found);
    }
    assert.ok(total.right / total.found >= 0.98, `precision: ${total.right} of ${total.found}`);
    assert.ok(total.right / total.known >= 0.98, `recall: ${total.right} of ${total.known}`);
  });
});
