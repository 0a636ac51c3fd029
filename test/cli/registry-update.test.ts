import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Answers, serveSecurely, stopServers } from '../update/server';
import { folderOf, lampsPack, removeFolders, resolute } from './run';

const lamps = JSON.stringify(lampsPack);

/** A server and a working folder whose project file names two of its packs. */
async function setUp(answers: Answers) {
  const { address, env } = await serveSecurely(answers);
  const sources = `registry.sources: ['${address}/lamps.json', '${address}/buoys.json']\n`;
  const cwd = folderOf({ '.resolute.yaml': sources });
  const data = folderOf();
  const run = (...args: string[]) => resolute(args, { cwd, env: { ...env, XDG_DATA_HOME: data, LOCALAPPDATA: data } });
  return { address, cwd, data, run };
}

describe('resolute registry update', function () {
  this.timeout(60_000);
  afterEach(() => {
    stopServers();
    removeFolders();
  });

  it('fetches the packs of the project file, which the other commands then use', async () => {
    let asked = 0;
    const { address, run } = await setUp({
      '/lamps.json': (_, response) => {
        asked++;
        response.end(lamps);
      },
    });
    const before = await run('lookup', 'LAMPS-2/1');
    assert.deepEqual([before.code, asked], [1, 0]);
    const { code, stdout, stderr } = await run('registry', 'update');
    assert.deepEqual([code, stdout], [2, `${address}/lamps.json: lamps, 2 instruments, new\n`]);
    assert.equal(
      stderr,
      `resolute: ${address}/buoys.json: there is nothing at this address: the server answered 404 (Not Found). No pack is kept.\n`,
    );
    const again = await run('registry', 'update', '--sources', `${address}/lamps.json`);
    assert.deepEqual([again.code, again.stdout], [0, `${address}/lamps.json: lamps, 2 instruments, as it was\n`]);
    const after = await run('lookup', 'LAMPS-2/1', '--format', 'json');
    assert.equal(JSON.parse(after.stdout).matches[0].title, 'Shades of lamps');
    assert.equal(asked, 2, 'nothing is fetched unless asked');
  });

  it('keeps a pack that serves when the server sends another', async () => {
    let body = lamps;
    const { address, run } = await setUp({ '/lamps.json': (_, response) => response.end(body) });
    const update = () => run('registry', 'update', '--sources', `${address}/lamps.json`);
    assert.equal((await update()).code, 0);
    body = lamps.replace('"repealed"', '"gone"');
    const { code, stderr } = await update();
    assert.equal(code, 2);
    assert.match(stderr, /it is no registry pack: .* "gone" cannot stand here.*\. The pack there before is kept\.\n$/);
    assert.equal((await run('lookup', 'LAMPS-2/1')).code, 0);
  });

  it('keeps packs where it is told, and prints JSON', async () => {
    const { address, cwd, run } = await setUp({ '/lamps.json': (_, response) => response.end(lamps) });
    const args = ['registry', 'update', '--into', 'packs', '--sources', `${address}/lamps.json`, '--format', 'json'];
    const { code, stdout } = await run(...args);
    const { version, sources } = JSON.parse(stdout);
    const [{ file, ...one }] = sources;
    assert.deepEqual([code, version], [0, 1]);
    assert.deepEqual(one, { url: `${address}/lamps.json`, state: 'new', body: 'lamps', instruments: 2, message: null });
    assert.deepEqual(readdirSync(path.join(cwd, 'packs')).sort(), [file.replace(/json$/, 'etag'), file].sort());
    assert.equal((await run('lookup', 'LAMPS-2/1', '--registry', 'packs')).code, 0);
    assert.equal((await run('lookup', 'LAMPS-2/1')).code, 1);
  });

  it('tells what a fetched pack got wrong since, and works without it', async () => {
    const { address, data, run } = await setUp({ '/lamps.json': (_, response) => response.end(lamps) });
    await run('registry', 'update', '--sources', `${address}/lamps.json`);
    const names = readdirSync(data, { recursive: true, encoding: 'utf8' });
    const file = names.find((name) => name.endsWith('.json')) ?? '';
    writeFileSync(path.join(data, file), '{');
    const { code, stdout, stderr } = await run('lookup', 'Resolution 8.11', '--format', 'json');
    assert.equal(JSON.parse(stdout).matches[0].instrument, 'CMS/RES/8.11');
    assert.deepEqual([code, stderr.endsWith('The pack is left out.\n')], [2, true]);
    const mended = await run('registry', 'update', '--sources', `${address}/lamps.json`);
    assert.deepEqual([mended.code, mended.stdout], [0, `${address}/lamps.json: lamps, 2 instruments, updated\n`]);
  });

  it('asks for an address, over HTTPS', async () => {
    const none = await resolute(['registry', 'update'], { cwd: folderOf() });
    assert.deepEqual(
      [none.code, none.stderr],
      [2, 'resolute: no address to fetch packs from: set registry.sources in .resolute.yaml, or give --sources\n'],
    );
    const cwd = folderOf({ '.resolute.yaml': 'registry.sources: ["http://127.0.0.1:1/pack"]\n' });
    const plain = await resolute(['registry', 'update'], { cwd });
    assert.deepEqual(
      [plain.code, plain.stdout, plain.stderr],
      [2, '', 'resolute: .resolute.yaml:1:20: "http://127.0.0.1:1/pack" is no address that begins with https://.\n'],
    );
    const given = await resolute(['registry', 'update', '--sources', 'http://127.0.0.1:1/pack'], { cwd: folderOf() });
    assert.deepEqual(
      [given.code, given.stderr],
      [2, 'resolute: http://127.0.0.1:1/pack: the address does not begin with https://. No pack is kept.\n'],
    );
  });
});
