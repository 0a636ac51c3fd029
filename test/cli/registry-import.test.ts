import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readPack } from '../../server/src/registry/read-pack';
import { atom, atomEntry, decision, odata2 } from '../update/feeds';
import { type Answers, serveSecurely, stopServers } from '../update/server';
import { folderOf, lampsPack, removeFolders, resolute } from './run';

const feed = odata2(decision('LAMPS-3/1'), decision('LAMPS-1/4', { status: 'retired' }), decision(null));
const lamps = JSON.stringify(lampsPack);
const told = 'resolute: feed: Entry 3 ("About null"): it has no number and is left out.\n';

/** Runs the command on a feed of a server that it trusts. */
async function imported(answers: Answers) {
  const { address, env } = await serveSecurely(answers);
  const cwd = folderOf({ 'lamps.json': lamps });
  const args = ['registry', 'import-informea', `${address}/1`, '--registry', 'lamps.json'];
  return { address, ...(await resolute(args, { cwd, env })) };
}

describe('resolute registry import-informea', function () {
  this.timeout(30_000);
  afterEach(() => {
    stopServers();
    removeFolders();
  });

  it('prints a pack that serves', async () => {
    const cwd = folderOf({ feed, 'lamps.json': lamps });
    const args = ['registry', 'import-informea', 'feed', '--registry', 'lamps.json'];
    const { code, stdout, stderr } = await resolute(args, { cwd });
    assert.deepEqual([code, stderr], [2, told]);
    assert.equal(readPack(stdout).pack?.instruments?.length, 2);
    assert.equal(
      stdout.split('\n').filter((line) => line.startsWith('    {"id": "LAMPS') || line.startsWith('    {"id":"LAMPS'))
        .length,
      2,
    );
  });

  it('writes a pack that check and lookup take', async () => {
    const cwd = folderOf({ feed: atom(atomEntry(decision('LAMPS-3/1'))), 'lamps.json': lamps });
    const args = ['registry', 'import-informea', 'feed', '--out', 'new.json', '--registry', 'lamps.json'];
    const first = await resolute(args, { cwd });
    assert.deepEqual([first.code, first.stdout, first.stderr], [0, 'new.json: 1 instrument of lamps written\n', '']);
    const again = await resolute(args, { cwd });
    assert.equal(again.stdout, 'new.json: 1 instrument of lamps written over the file there\n');
    const both = ['--registry', 'lamps.json', '--registry', 'new.json'];
    const found = await resolute(['lookup', 'LAMPS-3/1', ...both, '--format', 'json'], { cwd });
    const [match] = JSON.parse(found.stdout).matches;
    assert.deepEqual([match.status, match.statusAsOf, match.title], ['in-force', '2020-02-03', 'About LAMPS-3/1']);
    const checked = await resolute(['registry', 'check', 'new.json', ...both], { cwd });
    assert.deepEqual([checked.code, checked.stderr], [0, '']);
  });

  it('writes nothing where no pack can be made', async () => {
    const cwd = folderOf({ feed: 'hello', 'lamps.json': lamps });
    const args = ['registry', 'import-informea', 'feed', '--out', 'new.json'];
    const { code, stdout, stderr } = await resolute(args, { cwd });
    assert.deepEqual([code, stdout], [2, '']);
    assert.equal(
      stderr,
      'resolute: feed: This is no JSON and no Atom.\nresolute: feed: no pack can be made of this feed\n',
    );
    assert.ok(!existsSync(path.join(cwd, 'new.json')));
    const kept = folderOf({ feed, 'lamps.json': lamps });
    const failed = await resolute([...args.slice(0, 3), '--out', 'no/new.json', '--registry', 'lamps.json'], {
      cwd: kept,
    });
    assert.deepEqual([failed.code, failed.stdout], [2, '']);
    assert.equal(failed.stderr, `${told}resolute: no/new.json: it cannot be written: there is no such folder\n`);
  });

  it('refuses what it cannot work with', async () => {
    const cwd = folderOf({ feed });
    const cases = [
      [['feed', '--body', 'lamp'], 'no registry pack knows the body "lamp".'],
      [['nope'], 'nope: there is no such file or folder'],
      [['http://example.org/feed'], 'http://example.org/feed: the address does not begin with https://'],
      [['file:///etc/passwd'], 'file:///etc/passwd: the address does not begin with https://'],
    ] as const;
    for (const [args, message] of cases) {
      const { code, stdout, stderr } = await resolute(['registry', 'import-informea', ...args], { cwd });
      assert.deepEqual([code, stdout], [2, '']);
      assert.ok(stderr.startsWith(`resolute: ${message}`), stderr);
    }
  });

  it('follows the pages of a feed', async () => {
    const page = (number: string, next?: string) =>
      JSON.stringify({ d: { results: [decision(number)], ...(next && { __next: next }) } });
    const { address, code, stdout, stderr } = await imported({
      '/1': (_, response) => response.end(page('LAMPS-3/1', '/2?$skiptoken=1')),
      '/2?$skiptoken=1': (_, response) => response.end(page('LAMPS-3/2', '/1')),
    });
    assert.deepEqual([code, stderr], [0, '']);
    const { pack } = readPack(stdout);
    assert.deepEqual(
      pack?.instruments?.map(({ id }) => id),
      ['LAMPS/3/1', 'LAMPS/3/2'],
    );
    assert.equal(pack?.sources?.informea?.url, `${address}/1`);
  });

  it('keeps the pages before one that fails', async () => {
    const { code, stdout, stderr } = await imported({
      '/1': (_, response) => response.end(JSON.stringify({ value: [decision('LAMPS-3/1')], 'odata.nextLink': '2' })),
      '/2': (_, response) => response.writeHead(500).end(),
    });
    assert.equal(code, 2);
    assert.match(stderr, /^resolute: .*Page 2 of the feed .* the server answered 500 .*The pages before it count\.\n$/);
    assert.equal(readPack(stdout).pack?.instruments?.length, 1);
  });
});
