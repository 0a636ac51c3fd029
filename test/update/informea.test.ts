import assert from 'node:assert/strict';
import type { Pack } from '../../server/src/registry/pack';
import { createRegistry } from '../../server/src/registry/registry';
import { packOf } from '../../server/src/update/informea-pack';
import { readFeed } from '../../server/src/update/read-feed';
import { lampsPack } from '../cli/run';
import { packs } from '../support/packs';
import { atom, atomEntry, decision, odata2 } from './feeds';

const withRevisions = {
  ...lampsPack,
  revision: { read: ['(Rev. {meeting})'], write: '(Rev. {meeting})', id: 'Assembly {meeting}' },
};
const registry = createRegistry([...packs.map(({ pack }) => pack), withRevisions as Pack]);
const source = { note: 'A feed.' };
const made = async (text: string, body: string | null = null) => {
  const feed = await readFeed(text);
  const { pack, problems, notes } = packOf(feed.entries, { registry, body, source });
  return { pack, notes, instruments: pack?.instruments ?? [], problems: [...feed.problems, ...problems] };
};

describe('an InforMEA feed', () => {
  it('becomes a pack', async () => {
    const files = [
      { url: 'https://example.org/f.pdf', language: 'fr', mimeType: 'application/pdf', filename: 'f.pdf' },
      { url: 'https://example.org/e.pdf', language: 'en', mimeType: 'application/pdf', filename: 'e.pdf' },
    ];
    const title = {
      results: [
        { language: 'en', value: ' Buoys \n and lamps' },
        { language: 'fr', value: 'Bouées' },
      ],
    };
    const { pack, problems, notes } = await made(
      odata2(decision('LAMPS-3/1', { title, link: null, files: { results: files }, status: 'Retired' })),
    );
    assert.deepEqual([problems, notes], [[], []]);
    assert.deepEqual(pack, {
      version: 1,
      body: lampsPack.body,
      citations: [],
      meetings: [{ id: 'Assembly 3', name: 'Third Assembly of the Parties', ordinal: 3, sources: ['informea'] }],
      instruments: [
        {
          id: 'LAMPS/3/1',
          kind: 'resolution',
          number: 'LAMPS-3/1',
          title: 'Buoys and lamps',
          titles: { fr: 'Bouées' },
          meeting: 'Assembly 3',
          status: 'repealed',
          statusWord: 'retired',
          asOf: '2020-02-03',
          url: 'https://example.org/e.pdf',
          note: 'Published on 2019-07-01. Documents: fr: https://example.org/f.pdf; en: https://example.org/e.pdf',
          sources: ['informea'],
        },
      ],
      sources: { informea: source },
    });
  });

  it('gives the same in every format', async () => {
    const entries = [
      decision('LAMPS-3/1', { title: { results: [{ language: 'en', value: 'Fish &amp; lamps' }] } }),
      decision('LAMPS-3/2', { status: 'amended', link: null }),
    ];
    const plain = entries.map((one) => ({ ...one, title: (one.title as { results: unknown }).results }));
    const json = JSON.stringify({ 'odata.metadata': 'x', value: plain });
    const expected = await made(json);
    assert.equal(expected.instruments.length, 2);
    const other = [odata2(...entries), JSON.stringify(plain), JSON.stringify({ d: plain }), `\uFEFF${json}`];
    for (const text of other) assert.deepEqual(await made(text), expected);
    const { instruments, problems } = await made(atom(...entries.map(atomEntry)));
    assert.deepEqual(problems, []);
    // in XML the ampersand is written as an entity
    assert.equal(instruments[0]?.title, 'Fish & lamps');
    assert.deepEqual(instruments[1], expected.instruments[1]);
  });

  it('takes the words of status for what they say', async () => {
    const words = ['active', 'amended', 'retired', 'revised', null];
    const { instruments, problems } = await made(
      odata2(...words.map((status, i) => decision(`LAMPS-3/${i + 1}`, { status, updated: null, published: null }))),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      instruments.map(({ status, statusWord, note }) => [status, statusWord, note]),
      [
        ['in-force', undefined, undefined],
        ['in-force', 'amended', undefined],
        ['repealed', 'retired', undefined],
        [undefined, undefined, 'InforMEA lists it as revised.'],
        [undefined, undefined, undefined],
      ],
    );
  });

  it('leaves drafts out', async () => {
    const { instruments, notes, problems } = await made(
      odata2(decision('LAMPS-3/1'), decision('LAMPS-3/2', { status: 'draft' })),
    );
    assert.deepEqual([instruments.length, problems], [1, []]);
    assert.deepEqual(notes, ['1 of the entries are drafts, which are not adopted, and are left out.']);
  });

  it('tells each entry that does not serve, and takes the others', async () => {
    const { instruments, problems } = await made(
      odata2(
        decision('LAMPS-3/1', { status: 'gone' }),
        decision(null),
        decision('12 bis'),
        decision('LAMPS-3/2', { type: 'declaration' }),
        decision('LAMPS-3/1'),
        decision('LAMPS-3/4', { status: '__proto__', link: 'javascript:alert(1)' }),
        decision('Resolution LAMPS-3/5', { type: null }),
      ),
    );
    assert.deepEqual(
      instruments.map(({ id }) => id),
      ['LAMPS/3/1', 'LAMPS/3/4', 'LAMPS/3/5'],
    );
    assert.equal(instruments[1]?.url, undefined);
    assert.deepEqual(problems, [
      'Entry 1 ("LAMPS-3/1"): its status "gone" is not one of InforMEA\'s; it is taken without.',
      'Entry 2 ("About null"): it has no number and is left out.',
      'Entry 3 ("12 bis"): its number is not one that lamps writes; it is left out.',
      'Entry 4 ("LAMPS-3/2"): "declaration" is no decision, resolution or recommendation; it is left out.',
      'Entry 5 ("LAMPS-3/1"): LAMPS/3/1 stands in the feed before; the first entry counts.',
      'Entry 6 ("LAMPS-3/4"): its status "__proto__" is not one of InforMEA\'s; it is taken without.',
    ]);
  });

  it('reads numbers as the bodies of the registry write them', async () => {
    const cases: readonly (readonly [treaty: string, type: string, number: string, id: string])[] = [
      ['cms', 'resolution', 'UNEP/CMS/Resolution 12.07 (Rev. COP13)', 'CMS/RES/12.7'],
      ['CBD', 'decision', 'Decision VII/30', 'CBD/COP/DEC/VII/30'],
      ['cites', 'resolution', 'Conf. 9.24 (Rev. CoP17)', 'CITES/Conf.9.24'],
      ['Minamata Convention on Mercury', 'decision', 'MC-3/11', 'MC-3/11'],
    ];
    for (const [treaty, type, number, id] of cases) {
      const { instruments, problems } = await made(odata2(decision(number, { treaty, type })));
      assert.deepEqual([instruments.map((one) => one.id), problems], [[id], []], number);
    }
    const untyped = await made(odata2(decision('11.10', { treaty: 'cms', type: null })));
    assert.match(untyped.problems[0] ?? '', /its type is missing/);
  });

  it('gathers the revisions of an instrument', async () => {
    const numbers = ['LAMPS-1/4 (Rev. 3)', 'LAMPS-1/4 (Rev. 2)', 'LAMPS-1/4'];
    const { instruments, problems } = await made(odata2(...numbers.map((number) => decision(number))));
    assert.deepEqual(
      instruments.map(({ id, revisions }) => [id, revisions]),
      [['LAMPS/1/4', ['Assembly 2', 'Assembly 3']]],
    );
    assert.equal(problems.length, 1);
  });

  it('is of one body: the one it names, or the one asked for', async () => {
    const mixed = odata2(decision('LAMPS-3/1'), decision('8.11', { treaty: 'cms' }), decision('x', { treaty: 'whc' }));
    const none = await made(mixed);
    assert.equal(none.pack, null);
    assert.deepEqual(none.problems, [
      '1 of the entries are of the treaty "whc", which no registry pack knows, and are left out. Say whose they are with --body.',
      'The feed holds decisions of lamps, cms: choose one of them with --body.',
    ]);
    const cms = await made(mixed, 'cms');
    assert.deepEqual([cms.pack?.body.id, cms.instruments.map(({ id }) => id)], ['cms', ['CMS/RES/8.11']]);
    assert.ok(cms.problems.includes('1 of the entries are of another body than cms and are left out.'));
    const unnamed = await made(odata2(decision('LAMPS-3/1', { treaty: 'whatever' })), 'lamps');
    assert.deepEqual([unnamed.instruments.length, unnamed.problems], [1, []]);
  });
});

describe('an InforMEA feed that is broken', () => {
  const entries = ['LAMPS-3/1', 'LAMPS-3/2', 'LAMPS-3/3'].map((number) => decision(number));

  it('gives what stands before the break, wherever that is', async () => {
    for (const text of [odata2(...entries), JSON.stringify(entries), atom(...entries.map(atomEntry))]) {
      const third = text.lastIndexOf('LAMPS-3/3');
      const whole = await made(text);
      for (let end = third; end < text.length - 40; end += 29) {
        const { instruments, problems } = await made(text.slice(0, end));
        const expected = instruments.length === 3 ? whole.instruments : whole.instruments.slice(0, 2);
        assert.deepEqual(instruments, expected, text.slice(0, end).slice(-40));
        assert.equal(problems.length, 1, JSON.stringify(problems));
        assert.match(problems[0] ?? '', /^The feed breaks off at line \d+: [23] entries before it are taken\.$/);
      }
    }
  });

  it('is told to be none', async () => {
    const cases = [
      ['', 'This is no JSON and no Atom.'],
      ['hello', 'This is no JSON and no Atom.'],
      ['{"a": 1}', 'This is JSON, but no list of decisions.'],
      ['{"value": [1, 2]}', '2 of 2 entries of the feed are no decisions and are left out.'],
      ['<html><p>Sign in</p></html>', 'This is XML, but no Atom feed.'],
      ['<html><p>Sign in</html>', 'The feed breaks off at line 1: 0 entries before it are taken.'],
    ];
    for (const [text, problem] of cases) {
      const { entries: read, problems } = await readFeed(text as string);
      assert.deepEqual([read, problems], [[], [problem]]);
    }
  });

  it('cannot swell by entities, nor by its depth', async () => {
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>\n<feed>&b;</feed>`;
    assert.deepEqual((await readFeed(bomb)).problems, [
      'The feed has a DOCTYPE, which is not read, at line 2: 0 entries before it are taken.',
    ]);
    const entity = atom(atomEntry(decision('LAMPS-3/1')), '<entry>&nbsp;</entry>');
    assert.equal((await made(entity)).instruments.length, 1);
    assert.match((await readFeed('<feed>'.repeat(100_000))).problems[0] ?? '', /nested too deep/);
    assert.equal((await readFeed('['.repeat(300_000))).entries.length, 0);
  });

  it('reaches no prototype', async () => {
    const json = `{"value": [{"__proto__": {"number": "LAMPS-3/1"}, "constructor": 1}]}`;
    assert.equal((await readFeed(json)).entries[0]?.number, null);
    assert.equal(({} as { number?: string }).number, undefined);
  });

  it('is read in time linear in its length', async () => {
    const many = (count: number) => odata2(...Array.from({ length: count }, (_, i) => decision(`LAMPS-3/${i + 1}`)));
    const { instruments, problems } = await made(many(20_000).slice(0, -20));
    assert.deepEqual([instruments.length, problems.length], [19_999, 1]);
  }).timeout(30_000);
});
