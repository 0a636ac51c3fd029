import assert from 'node:assert/strict';
import type { Instrument } from '../../server/src/registry/pack';
import { createRegistry } from '../../server/src/registry/registry';
import { any, byName, byNumber, byTitle, type Hit, type Wanted } from '../../server/src/service/search';
import { createService } from '../../server/src/service/service';
import { lamps, mirrors, resolution } from '../registry/world';

const ids = (hits: readonly Hit[]) => hits.map(({ instrument }) => instrument.id.replace('LAMPS/RES/', ''));

/** 300 resolutions; the first 200, with the shorter titles, are repealed. */
const many = Array.from({ length: 300 }, (_, i): Instrument => {
  const title = i < 200 ? `Plan ${i}` : `Plan of action ${i}`;
  return resolution(`1.${i + 1}`, { title, status: i < 200 ? 'repealed' : 'in-force' });
});

const validFirst = (most: number): Wanted => ({
  most,
  best: () => 0,
  rank: ({ status }) => (status === 'repealed' ? 2 : 0),
});

describe('A search', () => {
  const registry = createRegistry([lamps(many), mirrors]);

  it('gives the best of all that it finds, however many are found before', () => {
    for (const hits of [byTitle(registry, ['plan'], validFirst(50)), byNumber(registry, '1.', validFirst(50))]) {
      assert.equal(hits.length, 50);
      assert.ok(hits.every(({ instrument }) => instrument.status === 'in-force'));
    }
    const mixed = byTitle(registry, ['plan'], validFirst(150)).map(({ instrument }) => instrument.status);
    assert.deepEqual([mixed.indexOf('repealed'), mixed.lastIndexOf('in-force'), mixed.length], [100, 99, 150]);
  });

  it('gives the shortest title first, over all packs', () => {
    const more = {
      ...mirrors,
      instruments: [{ id: 'M-1/1', kind: 'decision', number: 'M-1/1', title: 'Plan' }],
    } as const;
    assert.deepEqual(ids(byTitle(createRegistry([lamps(many), more]), ['plan'], any(2))), ['M-1/1', '1.1']);
  });

  it('names what several packs list once, with the facts of the last', () => {
    const team = lamps([resolution('1.7', { status: 'in-force' })], { origin: 'team.json' });
    const hits = byName(createRegistry([lamps(many), team]), '1.7', 3);
    assert.deepEqual(ids(hits), ['1.7', '1.70', '1.71']);
    assert.equal(hits[0]?.instrument.status, 'in-force');
  });

  it('takes a number with the noun of its kind only for that kind', () => {
    assert.deepEqual(ids(byName(registry, 'resolution1.300', 5)), ['1.300']);
    assert.deepEqual(ids(byName(registry, 'decision1.300', 5)), []);
    assert.deepEqual(ids(byName(registry, 'lamps/res/1.300', 5)), ['1.300']);
  });
});

describe('Completions of a large body', () => {
  const service = createService({ packs: [lamps(many), mirrors] });
  const offered = (query: string) => {
    const text = `# Draft resolution\n\n1. *Recalls* Resolution ${query}`;
    const analysis = service.analyse(text, { settings: { rules: {}, body: 'lamps' }, forced: true });
    return service.complete(analysis, text.length);
  };

  for (const query of ['', '1.', 'plan of', 'plan'])
    it(`behind “${query}” are at most fifty, those in force first`, () => {
      const items = offered(query);
      assert.equal(items.length, 50);
      assert.ok(items.every(({ deprecated }) => !deprecated));
    });

  it('hold the repealed ones last', () => {
    const items = offered('1.20');
    assert.deepEqual(
      items.map(({ deprecated }) => deprecated).sort(),
      items.map(({ deprecated }) => deprecated),
    );
    assert.ok(items.some(({ deprecated }) => deprecated) && items.some(({ deprecated }) => !deprecated));
  });
});
