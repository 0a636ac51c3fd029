import assert from 'node:assert/strict';
import type { Instrument, Pack } from '../../server/src/registry/pack';
import { createRegistry, nameOf, revisionOf } from '../../server/src/registry/registry';
import { instruments, packs } from '../support/packs';
import { lamps, meetings, mirrors, resolution, world } from './world';

describe('The registry', () => {
  it('finds bodies, meetings, instruments and sources', () => {
    const registry = createRegistry([
      lamps([resolution('1.1')], { sources: { s1: { url: 'https://example.org' } } }),
      mirrors,
    ]);
    assert.equal(registry.body('lamps')?.name, 'Convention on Lamps');
    assert.equal(registry.meeting('lamps', 'COP2')?.year, 2004);
    assert.equal(registry.meetings('lamps').length, 6);
    assert.equal(registry.instrument('LAMPS/RES/1.1')?.number, '1.1');
    assert.equal(registry.source('lamps', 's1')?.url, 'https://example.org');
    assert.equal(registry.covers('mirrors'), true);
    assert.deepEqual(
      [...registry.all()].map(({ body }) => body),
      ['lamps', 'mirrors'],
    );
  });

  it('knows nothing of what no pack tells', () => {
    const registry = world(resolution('1.1'));
    assert.equal(registry.body('cms'), undefined);
    assert.equal(registry.instrument('LAMPS/RES/1.2'), undefined);
    assert.equal(registry.meeting('lamps', 'COP9'), undefined);
    assert.equal(registry.meeting('cms', 'COP9'), undefined);
    assert.deepEqual(registry.meetings('cms'), []);
    assert.equal(registry.source('lamps', 's1'), undefined);
    assert.equal(registry.covers('cms'), false);
    assert.equal(registry.seriesOf('CMS/RES/1.1'), undefined);
    assert.equal(registry.seriesOf('LAMPS/RES/1.1 '), undefined);
  });

  it('is not led astray by the names of properties', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const odd = lamps(
      names.map((name) => ({ ...resolution('1.1'), id: name })),
      { sources: JSON.parse('{"__proto__": {"url": "https://example.org"}}') },
    );
    const registry = createRegistry([odd]);
    for (const name of names) {
      assert.equal(registry.instrument(name)?.id, name);
      assert.equal(world().instrument(name), undefined);
      assert.equal(world().body(name), undefined);
      assert.equal(world().meeting('lamps', name), undefined);
      assert.equal(world().source('lamps', name), undefined);
      assert.equal(world().seriesOf(name), undefined);
    }
    assert.equal(registry.source('lamps', '__proto__')?.url, 'https://example.org');
    assert.equal(({} as { url?: string }).url, undefined);
  });

  it('looks up by id without going through the instruments', () => {
    let reads = 0;
    const counted = Array.from({ length: 500 }, (_, i): Instrument => {
      const { id, ...rest } = resolution(`1.${i + 1}`);
      return Object.defineProperty({ ...rest }, 'id', {
        enumerable: true,
        get: () => {
          reads++;
          return id;
        },
      }) as Instrument;
    });
    const registry = createRegistry([lamps(counted)]);
    assert.equal(reads, 0, 'none is read before one is asked for');
    assert.equal(registry.instrument('LAMPS/RES/1.500')?.number, '1.500');
    const before = reads;
    assert.equal(registry.instrument('LAMPS/RES/1.499')?.number, '1.499');
    assert.equal(registry.instrument('LAMPS/RES/9.9'), undefined);
    assert.equal(createRegistry([lamps([])].concat(registry.packs)).instrument('LAMPS/RES/1.3')?.number, '1.3');
    assert.equal(reads, before);
  });

  it('names instruments and revisions as their body writes them', () => {
    const registry = world();
    assert.equal(nameOf(registry, 'LAMPS/RES/1.10'), 'Resolution 1.10');
    assert.equal(nameOf(registry, 'LAMPS/RES/1.10', 'COP3'), 'Resolution 1.10 (Rev.COP3)');
    assert.equal(nameOf(registry, 'LAMPS/RES/1.10', 'Rev.'), 'Resolution 1.10 (Rev.)');
    assert.equal(nameOf(registry, 'OTHER/1'), 'OTHER/1');
    assert.equal(revisionOf(registry, 'mirrors', 'MOP1'), '(Rev.MOP1)');
  });
});

describe('Packs of one body given one after the other', () => {
  const base = lamps(
    [resolution('1.1', { title: 'Lamps', status: 'in-force', asOf: 'COP3', sources: ['s1'] }), resolution('1.2')],
    {
      sources: { s1: { url: 'https://example.org/1' }, s2: { url: 'https://example.org/2' } },
    },
  );
  const body = { id: 'lamps', name: 'Convention on Lamps', organ: 'Conference of the Parties', names: {} };

  it('win fact by fact', () => {
    const more: Pack = {
      version: 1,
      body,
      citations: [],
      meetings: [{ id: 'COP2', name: 'Meeting 2', place: 'Riga' }],
      instruments: [{ id: 'LAMPS/RES/1.1', kind: 'resolution', number: '1.1', status: 'repealed' }, resolution('1.3')],
      sources: { s2: { url: 'https://example.org/new' } },
    };
    const registry = createRegistry([base, more]);
    const one = registry.instrument('LAMPS/RES/1.1');
    assert.deepEqual([one?.status, one?.title, one?.asOf], ['repealed', 'Lamps', 'COP3']);
    assert.equal(registry.instrument('LAMPS/RES/1.3')?.number, '1.3');
    assert.deepEqual(
      [registry.meeting('lamps', 'COP2')?.place, registry.meeting('lamps', 'COP2')?.year],
      ['Riga', 2004],
    );
    assert.equal(registry.source('lamps', 's1')?.url, 'https://example.org/1');
    assert.equal(registry.source('lamps', 's2')?.url, 'https://example.org/new');
    assert.equal(registry.seriesOf('LAMPS/RES/1.1')?.series.body, 'lamps');
    assert.equal([...registry.all()].length, 3);
  });

  it('leave the packs themselves as they were', () => {
    const text = JSON.stringify(base);
    createRegistry([base, { version: 1, body, citations: [], instruments: [resolution('1.1', { title: 'Mirrors' })] }]);
    assert.equal(JSON.stringify(base), text);
  });

  it('may bring the coverage', () => {
    const { instruments: none, ...forms } = base;
    assert.ok(none);
    assert.equal(createRegistry([forms]).covers('lamps'), false);
    assert.equal(
      createRegistry([forms, { version: 1, body, citations: [], instruments: [resolution('2.1')] }]).covers('lamps'),
      true,
    );
    const counted = {
      version: 1 as const,
      body,
      citations: [],
      meetings: meetings({ COP2: { complete: ['resolution' as const] } }),
    };
    assert.deepEqual(createRegistry([base, counted]).meeting('lamps', 'COP2')?.complete, ['resolution']);
  });

  it('may bring new forms of citation', () => {
    const citations = [
      {
        kind: 'resolution' as const,
        id: 'LAMPS/RES/{meeting}.{serial}',
        after: ['L{meeting}-{serial}'],
        write: 'Resolution L{meeting}-{serial}',
        writeNumber: 'L{meeting}-{serial}',
      },
    ];
    const registry = createRegistry([base, { version: 1, body, citations }]);
    assert.equal(nameOf(registry, 'LAMPS/RES/1.1'), 'Resolution L1-1');
  });
});

describe('The packs that come with the product', () => {
  const registry = createRegistry(packs.map(({ pack }) => pack));

  it('are all found again by id, each with a series of its body', () => {
    for (const { pack, one } of instruments) {
      assert.equal(registry.instrument(one.id)?.number, one.number);
      assert.equal(registry.seriesOf(one.id)?.series.body, pack.body.id, one.id);
    }
  });
});
