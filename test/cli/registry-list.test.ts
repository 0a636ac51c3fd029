import assert from 'node:assert/strict';
import { coverageOf } from '../../server/src/registry/coverage';
import type { Pack } from '../../server/src/registry/pack';
import { createRegistry } from '../../server/src/registry/registry';
import { folderOf, lampsPack, removeFolders, resolute } from './run';

const withLamps = (...args: string[]) => {
  const cwd = folderOf({ 'lamps.json': JSON.stringify(lampsPack) });
  return resolute([...args, '--registry', 'lamps.json'], { cwd });
};

describe('resolute registry list', function () {
  this.timeout(30_000);
  afterEach(removeFolders);

  it('lists the bodies, those of packs added too', async () => {
    const { code, stdout, stderr } = await withLamps('registry', 'list');
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^cms +Convention on the Conservation of Migratory Species/m);
    assert.match(stdout, /^lamps +Convention on Harbour Lamps$/m);
    const json = JSON.parse((await withLamps('registry', 'list', '--format', 'json')).stdout);
    assert.deepEqual(json.bodies.at(-1), {
      id: 'lamps',
      name: 'Convention on Harbour Lamps',
      organ: 'Assembly of the Parties',
    });
  });

  it('lists the instruments of a body', async () => {
    const { code, stdout } = await withLamps('registry', 'list', 'lamps');
    assert.equal(code, 0);
    assert.equal(
      stdout,
      'Resolution LAMPS-1/4  repealed (Assembly 2)  Shades\nResolution LAMPS-2/1  in force (Assembly 2)  Shades of lamps\n',
    );
    const { instruments } = JSON.parse((await withLamps('registry', 'list', 'lamps', '--format', 'json')).stdout);
    const looked = JSON.parse((await withLamps('lookup', 'LAMPS/1/4', '--format', 'json')).stdout);
    assert.deepEqual(instruments[0], looked.matches[0]);
    assert.equal(instruments.length, 2);
  });

  it('refuses a body that no pack knows', async () => {
    const { code, stdout, stderr } = await withLamps('registry', 'list', 'lamp');
    assert.deepEqual(
      [code, stdout, stderr],
      [2, '', 'resolute: no registry pack knows the body "lamp". Did you mean "lamps"?\n'],
    );
  });
});

describe('resolute registry coverage', function () {
  this.timeout(30_000);
  afterEach(removeFolders);

  it('prints a table with sums', async () => {
    const { code, stdout } = await withLamps('registry', 'coverage');
    assert.equal(code, 0);
    const rows = stdout.trimEnd().split('\n');
    assert.deepEqual(rows[0]?.split(/ {2,}/), ['body', 'meetings', 'complete', 'instruments', 'with status', 'as of']);
    const lamps = rows.find((row) => row.startsWith('lamps ')) ?? '';
    assert.deepEqual(lamps.split(/ {2,}/), ['lamps', '1', '0', '2', '2', 'Assembly 2']);
    const numbers = rows.slice(1).map((row) => row.split(/ +/).slice(1, 5).map(Number));
    const sums = [0, 1, 2, 3].map((i) => numbers.slice(0, -1).reduce((sum, row) => sum + (row[i] ?? 0), 0));
    assert.deepEqual(numbers.at(-1), sums);
    const { bodies } = JSON.parse((await withLamps('registry', 'coverage', '--format', 'json')).stdout);
    assert.deepEqual(bodies.at(-1), {
      body: 'lamps',
      name: 'Convention on Harbour Lamps',
      meetings: 1,
      instruments: 2,
      withStatus: 2,
      completeMeetings: 0,
      asOf: 'Assembly 2',
    });
  });

  it('takes the newest moment that a status is known for', () => {
    const asOf = (...moments: string[]): string | null => {
      const instruments = moments.map((moment, i) => ({
        ...lampsPack.instruments[1],
        id: `LAMPS/9/${i}`,
        asOf: moment,
      }));
      const pack = { ...lampsPack, instruments } as Pack;
      return coverageOf(createRegistry([pack]))[0]?.asOf ?? null;
    };
    assert.equal(asOf('2018', 'Assembly 2', 'end of 2017'), 'Assembly 2');
    assert.equal(asOf('after Assembly 2', 'Assembly 2'), 'after Assembly 2');
    assert.equal(asOf('2020-03-01', 'after Assembly 2'), '2020-03-01');
    assert.equal(asOf(), null);
  });
});
