import assert from 'node:assert/strict';
import type { Pack } from '../../server/src/registry/pack';
import { createService } from '../../server/src/service/service';
import { harbours, harboursService } from '../support/harbours';

const found = (query: string) =>
  harboursService()
    .find(query)
    .map(({ instrument }) => instrument);

describe('instruments', () => {
  for (const [query, ids] of [
    ['HL-1/2', ['HL-1/2']],
    ['hl-1', ['HL-1/1', 'HL-1/2', 'HL-1/3']],
    ['Resolution HL-1/3', ['HL-1/3']],
    ['lanterns', ['HL-1/1']],
    ['bells FOGHORNS', ['HL-1/2']],
    ['', []],
    ['  ', []],
    ['no such words', []],
  ] as const) {
    it(`are found by ${JSON.stringify(query)}`, () => assert.deepEqual(found(query), ids));
  }

  it('come with what a list shows of them', () => {
    assert.deepEqual(harboursService().find('Dredging'), [
      {
        instrument: 'HL-1/3',
        name: 'resolution HL-1/3',
        title: 'Dredging',
        body: 'League of Harbours',
        deprecated: true,
      },
    ]);
  });

  it('are at most a hundred, the whole number first', () => {
    const numbers = Array.from({ length: 250 }, (_, index) => `HL-3/${index + 100}`);
    const instruments = [...numbers, 'HL-3/1'].map((id) => ({ id, kind: 'resolution' as const, number: id }));
    const many = createService({ packs: [{ ...harbours, instruments } as Pack] }).find('HL-3/1');
    assert.equal(many.length, 100);
    assert.equal(many[0]?.instrument, 'HL-3/1');
  });
});

describe('a look-up', () => {
  it('names the file of a fact that stands in the workspace', () => {
    const sources = { 'a.md:4': { file: 'a.md:4', note: 'Adopted text' } };
    const instruments = [{ id: 'HL-2/1', kind: 'resolution' as const, number: 'HL-2/1', sources: ['a.md:4'] }];
    const service = createService({ packs: [harbours, { ...harbours, instruments, sources }] });
    assert.deepEqual(service.lookup('HL-2/1')[0]?.sources, [{ file: 'a.md:4', note: 'Adopted text' }]);
  });
});
