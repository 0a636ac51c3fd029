import assert from 'node:assert/strict';
import path from 'node:path';
import { checkPacks, jsonPath } from '../../server/src/registry/check-pack';
import type { Instrument, Pack } from '../../server/src/registry/pack';
import { folderOf, lampsPack, removeFolders, resolute } from './run';

const [old, current] = lampsPack.instruments;
const lamps = lampsPack as Pack;
const withInstruments = (...instruments: Instrument[]): Pack => ({ ...lamps, instruments });
const named = (id: string, more: Partial<Instrument> = {}): Instrument => ({
  id,
  kind: 'resolution',
  number: id.replace('LAMPS/', 'LAMPS-'),
  sources: ['r'],
  ...more,
});
const repealed = (id: string, ...by: string[]): Instrument =>
  named(id, { status: 'repealed', repealedBy: by.map((one) => ({ id: one })) });

/** What is found in `pack` as `weight path: message`. */
function found(pack: Pack, ...others: Pack[]): string[] {
  const [faults = []] = checkPacks([pack], others);
  return faults.map(({ weight, path: steps, message }) => `${weight} ${jsonPath(steps)}: ${message}`);
}

describe('checking registry packs', function () {
  this.timeout(30_000);

  it('finds nothing in a good one', () => assert.deepEqual(found(lamps), []));

  it('finds ids and numbers that are used twice', () => {
    const twice = withInstruments(named('LAMPS/1/1'), named('LAMPS/1/1', { number: 'LAMPS-1/9' }));
    assert.deepEqual(found(twice), ['fault $.instruments[1].id: instruments[0] has the id LAMPS/1/1 too']);
    const number = withInstruments(named('LAMPS/1/1'), named('LAMPS/1/2', { number: 'LAMPS-1/1' }));
    assert.deepEqual(found(number), ['fault $.instruments[1].number: instruments[0] is resolution LAMPS-1/1 too']);
    const kinds = withInstruments(named('LAMPS/1/1'), named('LAMPS/1/2', { number: 'LAMPS-1/1', kind: 'decision' }));
    assert.deepEqual(found(kinds), []);
  });

  it('finds an id that another body has; a pack of the same body may add to it', () => {
    const one = withInstruments(named('LAMPS/1/1'));
    const buoys = { ...one, body: { ...lamps.body, id: 'buoys' } };
    assert.deepEqual(found(one, buoys), ['fault $.instruments[0].id: the pack of buoys lists LAMPS/1/1 too']);
    assert.deepEqual(found(one, one), []);
  });

  it('finds a link to what no pack lists', () => {
    const pack = withInstruments(repealed('LAMPS/1/1', 'LAMPS/7/7'));
    assert.deepEqual(found(pack), ['fault $.instruments[0].repealedBy[0].id: no pack lists LAMPS/7/7']);
    assert.deepEqual(found(pack, withInstruments(named('LAMPS/7/7', { replaces: [{ id: 'LAMPS/1/1' }] }))), []);
  });

  it('finds links that go one way only', () => {
    const forgotten = withInstruments(repealed('LAMPS/1/1', 'LAMPS/2/1'), named('LAMPS/2/1'));
    assert.deepEqual(found(forgotten), [
      'fault $.instruments[0].repealedBy[0].id: LAMPS/2/1 does not say that it replaces LAMPS/1/1',
    ]);
    const silent = withInstruments(named('LAMPS/1/1'), named('LAMPS/2/1', { replaces: [{ id: 'LAMPS/1/1' }] }));
    assert.deepEqual(found(silent), [
      'fault $.instruments[1].replaces[0].id: LAMPS/1/1 does not say that LAMPS/2/1 repealed it',
    ]);
    const partly = withInstruments(
      named('LAMPS/1/1', { partlyRepealedBy: [{ id: 'LAMPS/2/1' }] }),
      named('LAMPS/2/1', { replaces: [{ id: 'LAMPS/1/1' }] }),
    );
    assert.deepEqual(found(partly), []);
  });

  it('only notes it where another pack lacks the other end, or the link is inferred', () => {
    const one = withInstruments(repealed('LAMPS/1/1', 'LAMPS/2/1'));
    const other = withInstruments(named('LAMPS/2/1'));
    const note = 'note $.instruments[0].repealedBy[0].id: LAMPS/2/1 does not say that it replaces LAMPS/1/1';
    assert.deepEqual(found(one, other), [note]);
    const inferred = { ...repealed('LAMPS/1/1', 'LAMPS/2/1'), confidence: 'inferred' } as const;
    assert.deepEqual(found(withInstruments(inferred, named('LAMPS/2/1'))), [note]);
  });

  it('finds circles of repeal, each once', () => {
    const ring = (one: string, by: string, replaces: string): Instrument => ({
      ...repealed(one, by),
      replaces: [{ id: replaces }],
    });
    const three = withInstruments(
      ring('LAMPS/1/1', 'LAMPS/1/2', 'LAMPS/1/3'),
      ring('LAMPS/1/2', 'LAMPS/1/3', 'LAMPS/1/1'),
      ring('LAMPS/1/3', 'LAMPS/1/1', 'LAMPS/1/2'),
    );
    assert.deepEqual(found(three), [
      'fault $.instruments[0].repealedBy: repeals lead in a circle: LAMPS/1/1 by LAMPS/1/2 by LAMPS/1/3 by LAMPS/1/1',
    ]);
    const self = withInstruments(ring('LAMPS/1/1', 'LAMPS/1/1', 'LAMPS/1/1'));
    assert.deepEqual(found(self), [
      'fault $.instruments[0].repealedBy: repeals lead in a circle: LAMPS/1/1 by LAMPS/1/1',
    ]);
  });

  it('walks chains and circles longer than the stack', () => {
    const count = 100_000;
    const id = (i: number) => `LAMPS/1/${(i + count) % count}`;
    const ring = Array.from({ length: count }, (_, i) => ({
      ...repealed(id(i), id(i + 1)),
      replaces: [{ id: id(i - 1) }],
    }));
    const told = found(withInstruments(...ring));
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /LAMPS\/1\/0 by .* by 99995 more by LAMPS\/1\/0$/);
  });

  it('finds sources that are not listed, and notes those that nothing names', () => {
    const pack: Pack = {
      ...lamps,
      body: { ...lamps.body, articles: [{ number: '1' }], articlesComplete: true, articleSources: ['treaty'] },
      meetings: [{ id: 'Assembly 2', name: 'second Assembly', ordinal: 2, complete: ['resolution'], sources: ['m'] }],
      instruments: [named('LAMPS/1/1', { sources: ['r', 'toString'] })],
      sources: { r: { note: 'A report.' }, spare: { note: 'Another.' } },
    };
    assert.deepEqual(found(pack), [
      'fault $.body.articleSources[0]: sources does not list "treaty"',
      'fault $.meetings[0].sources[0]: sources does not list "m"',
      'fault $.instruments[0].sources[1]: sources does not list "toString"',
      'note $.sources.spare: nothing names this source',
    ]);
  });

  it('finds meetings listed twice and keys that reach for a prototype', () => {
    const [meeting] = lamps.meetings ?? [];
    const pack = { ...lamps, meetings: [meeting, meeting] } as Pack;
    assert.deepEqual(found(pack), ['fault $.meetings[1].id: meetings[0] has the id Assembly 2 too']);
    const parts = JSON.parse('{"__proto__": {"min": 1}}');
    const hostile = { ...lamps, citations: [{ ...lampsPack.citations[0], parts }] } as Pack;
    assert.deepEqual(found(hostile), [
      'fault $.citations[0].parts.__proto__: no part of a number can be called "__proto__"',
    ]);
  });
});

describe('resolute registry check', function () {
  this.timeout(30_000);
  afterEach(removeFolders);

  it('passes the packs that come with it', async () => {
    const registry = path.join(__dirname, '..', '..', 'registry');
    const { code, stdout, stderr } = await resolute(['registry', 'check', registry]);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /\d+ packs checked: 0 faults, \d+ notes?\.\n$/);
    const inForce = await resolute(['registry', 'check']);
    assert.deepEqual([inForce.code, inForce.stderr], [0, '']);
  });

  it('tells the JSON path of what breaks the schema, and goes on', async () => {
    const broken = JSON.stringify({ ...lampsPack, instruments: [old, { ...current, status: 'gone' }] }, null, 1);
    const cwd = folderOf({
      'packs/a.json': broken,
      'packs/b.json': JSON.stringify(lampsPack),
      'packs/c.json': '{"version": 1',
      'packs/d.json': `{"__proto__": {"polluted": true}, ${JSON.stringify(lampsPack).slice(1)}`,
    });
    const { code, stdout, stderr } = await resolute(['registry', 'check', 'packs'], { cwd });
    const line = broken.split('\n').findIndex((text) => text.includes('"gone"')) + 1;
    assert.equal(code, 2);
    assert.deepEqual(stderr.split('\n'), [
      `resolute: packs/a.json:${line}:14: $.instruments[1].status: "gone" cannot stand here, only "in-force", "repealed", "expired"`,
      'resolute: packs/c.json:1:14: $: this is not valid JSON: a closing brace is missing here',
      'resolute: packs/d.json:1:2: $.__proto__: a pack has no such key here',
      '',
    ]);
    assert.equal(stdout, '4 packs checked: 3 faults, 0 notes.\n');
  });

  it('tells all faults of a pack at once, those that the schema cannot tell as well', async () => {
    const broken = { ...current, status: 'gone', note: '' };
    const text = JSON.stringify({ ...lampsPack, colour: 'red', instruments: [broken, old, old] }, null, 1);
    const cwd = folderOf({ 'lamps.json': text });
    const { code, stdout, stderr } = await resolute(['registry', 'check', 'lamps.json'], { cwd });
    const at = (words: string, from = 0) => text.slice(0, text.indexOf(words, from)).split('\n').length;
    assert.equal(code, 2);
    assert.deepEqual(stderr.split('\n'), [
      `resolute: lamps.json:${at('"colour"')}:2: $.colour: a pack has no such key here`,
      `resolute: lamps.json:${at('"gone"')}:14: $.instruments[0].status: "gone" cannot stand here, only "in-force", "repealed", "expired"`,
      `resolute: lamps.json:${at('"note": ""')}:12: $.instruments[0].note: "" cannot stand here: String is too short (0 < 1)`,
      `resolute: lamps.json:${at('"LAMPS/1/4"', text.lastIndexOf('"kind"') - 30)}:10: $.instruments[2].id: instruments[1] has the id LAMPS/1/4 too`,
      '',
    ]);
    assert.equal(stdout, '1 pack checked: 4 faults, 0 notes.\n');
  });

  it('tells faults with their place, and prints them as JSON', async () => {
    const text = JSON.stringify({ ...lampsPack, instruments: [old] }, null, 1);
    const cwd = folderOf({ 'lamps.json': text });
    const { code, stdout, stderr } = await resolute(['registry', 'check', '--format', 'json', 'lamps.json'], { cwd });
    const line = text.split('\n').findIndex((one) => one.includes('"LAMPS/2/1"'));
    assert.equal(code, 2);
    assert.equal(
      stderr,
      `resolute: lamps.json:${line + 1}:12: $.instruments[0].repealedBy[0].id: no pack lists LAMPS/2/1\n`,
    );
    assert.deepEqual(JSON.parse(stdout), {
      version: 1,
      packs: [
        {
          path: 'lamps.json',
          body: 'lamps',
          instruments: 1,
          faults: [
            {
              path: '$.instruments[0].repealedBy[0].id',
              message: 'no pack lists LAMPS/2/1',
              position: { line, character: 11 },
            },
          ],
          notes: [],
        },
      ],
    });
  });

  it('names what is not there', async () => {
    const cwd = folderOf({ 'empty/readme.txt': '' });
    const { code, stderr } = await resolute(['registry', 'check', 'nope.json', 'empty'], { cwd });
    assert.equal(code, 2);
    assert.deepEqual(stderr.split('\n').sort(), [
      '',
      'resolute: empty: this folder holds no .json file. Name a registry pack or a folder of them.',
      'resolute: nope.json: there is no such file or folder. Name a registry pack or a folder of them.',
    ]);
  });

  it('finds what a lookup bears: the registry works on with such a pack', async () => {
    const faulty = withInstruments(
      repealed('LAMPS/1/1', 'LAMPS/1/2'),
      repealed('LAMPS/1/2', 'LAMPS/1/1', 'LAMPS/7/7'),
      named('LAMPS/1/3', { number: 'LAMPS-1/1', title: 'Shutters' }),
      named('LAMPS/1/3'),
    );
    const cwd = folderOf({ 'lamps.json': JSON.stringify(faulty) });
    const checked = await resolute(['registry', 'check', 'lamps.json'], { cwd });
    assert.equal(checked.code, 2);
    assert.match(checked.stderr, /circle/);
    assert.match(checked.stderr, /no pack lists LAMPS\/7\/7/);
    assert.match(checked.stderr, /is resolution LAMPS-1\/1 too/);
    for (const [query, id] of [
      ['LAMPS-1/2', 'LAMPS/1/2'],
      ['Resolution 8.11', 'CMS/RES/8.11'],
    ] as const) {
      const { code, stdout } = await resolute(['lookup', query, '--registry', 'lamps.json', '--format', 'json'], {
        cwd,
      });
      assert.deepEqual(
        [code, JSON.parse(stdout).matches[0].instrument, JSON.parse(stdout).matches[0].status],
        [0, id, 'repealed'],
      );
    }
  });
});
