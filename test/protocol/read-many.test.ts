import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeArchive } from '../../server/src/hosts/archive';
import { readFileFolder, readTextFile } from '../../server/src/hosts/node-files';
import { createFolderIndex, type FolderIndex } from '../../server/src/protocol/folder-index';
import type { Archive, Host } from '../../server/src/protocol/host';
import { createService } from '../../server/src/service/service';
import type { HostSettings } from '../../server/src/service/settings';
import { ensureBuilt } from '../support/build';
import { adopted, draft, harbours, repealing } from '../support/harbours';
import { readerFile } from '../support/language-client';
import { packs as builtIn } from '../support/packs';

const count = 80;
const textOf = (i: number): string => {
  if (i % 5 === 0) return repealing.replace('HL-2/1', `HL-2/${i + 1}`);
  if (i % 5 === 1) return adopted(`HL-3/${i}`, `*Recalls* resolutions HL-1/${(i % 3) + 1} (Rev.) and HL-2/${i};`);
  return `${draft}\n3. *Invites* harbour ${i} to apply Resolution 11.10 (Rev.COP13) of CMS and resolution HL-4/${i};\n`;
};

describe('a folder of many drafts', function () {
  this.timeout(60_000);
  let root: string;
  let folder: string;
  let kept: string;
  before(ensureBuilt);
  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'resolute-many-'));
    folder = path.join(root, 'league');
    kept = path.join(root, 'kept');
    await mkdir(path.join(folder, 'déjà vu', 'deep er'), { recursive: true });
    await writeFile(path.join(root, 'harbours.json'), JSON.stringify(harbours));
    for (let i = 0; i < count; i++) await put(nameOf(i), textOf(i));
  });
  afterEach(() => rm(root, { recursive: true }));

  const nameOf = (i: number) => path.join(i % 2 ? 'déjà vu' : 'déjà vu/deep er', `${i} (draft).decision.md`);
  /** Writes a file that has been left alone since. */
  const put = async (name: string, text: string | Uint8Array, age = 60_000) => {
    const file = path.join(folder, name);
    await writeFile(file, text);
    const then = new Date(Date.now() - age);
    await utimes(file, then, then);
  };
  const packs = () => [pathToFileURL(path.join(root, 'harbours.json')).href];

  interface Run {
    readonly archive?: Archive | undefined;
    readonly settings?: Partial<HostSettings>;
    readonly stopAfter?: number;
    readonly after?: (made: FolderIndex) => Promise<void>;
  }
  /** What an index finds, how many files were read for it, and how many of these had a summary made. */
  async function index({ archive, settings, stopAfter = Number.POSITIVE_INFINITY, after: more }: Run = {}) {
    const told = { read: 0, warned: [] as string[], names: [] as string[], here: 0 };
    const host: Host = {
      version: '0',
      rulePages: undefined,
      builtInPacks: async () => [],
      readFile: async (uri) => {
        if (uri.endsWith('.md')) told.here++;
        if (!uri.endsWith('.json')) told.names.push(uri);
        return readTextFile(uri);
      },
      readFolder: readFileFolder,
      ...(archive && { archive }),
      soon: setImmediate,
    };
    const pack = JSON.parse(await readFile(path.join(root, 'harbours.json'), 'utf8'));
    const service = createService({ packs: [...builtIn.map((one) => one.pack), pack] });
    const made = createFolderIndex({
      folder: pathToFileURL(folder).href,
      host,
      configuration: async () => ({ settings: { rules: {}, ...settings }, service, packs: packs() }),
      others: [],
      known: [],
      changed: () => {},
      log: { warn: (message) => told.warned.push(message) },
    });
    await made.fill((read) => {
      told.read = read;
      if (read >= stopAfter) made.end();
    });
    await more?.(made);
    await made.kept();
    const files = [...made.files].map(([key, { uri, title, instrument, adopted: facts, cited }]) => {
      return [key, { uri, title, instrument, adopted: facts, cited }];
    });
    return { files, adopted: made.adopted(), ...told };
  }
  const archive = (version = '1') => nodeArchive(readerFile, version, kept);
  const facts = ({ files, adopted: texts }: Awaited<ReturnType<typeof index>>) => ({ files, texts });

  it('is found the same by threads, from what is kept, and on one thread', async () => {
    const alone = await index();
    assert.equal(alone.here, count);
    assert.equal(alone.files.length, count);
    assert.equal(alone.adopted.length, 32);
    const cold = await index({ archive: archive() });
    assert.deepEqual(facts(cold), facts(alone));
    assert.deepEqual([cold.read, cold.here, cold.warned], [count, 0, []]);
    const warm = await index({ archive: archive() });
    assert.deepEqual(facts(warm), facts(alone));
    assert.deepEqual([warm.read, warm.here, warm.warned], [0, 0, []]);
  });

  it('has only those read again that changed, and made anew whose text did', async () => {
    await index({ archive: archive() });
    await put(nameOf(3), textOf(1), 30_000);
    await put(nameOf(4), textOf(4), 30_000);
    await rm(path.join(folder, nameOf(5)));
    await put('new.decision', textOf(2));
    await put('spoilt.decision', Uint8Array.of(0xff));
    const changed = await index({ archive: archive() });
    assert.deepEqual(facts(changed), facts(await index()));
    const asked = changed.names.map((uri) => decodeURI(path.posix.basename(uri)));
    assert.deepEqual(asked.sort(), [
      '3 (draft).decision.md',
      '4 (draft).decision.md',
      'new.decision',
      'spoilt.decision',
    ]);
    // What cannot be read is tried again.
    assert.equal((await index({ archive: archive() })).read, 1);
  });

  it('is read again where a file was written so lately that its time may not tell', async () => {
    await put(nameOf(7), textOf(7), 0);
    await index({ archive: archive() });
    assert.equal((await index({ archive: archive() })).read, 1);
  });

  it('is read anew for another program, other packs or other settings', async () => {
    await index({ archive: archive() });
    assert.equal((await index({ archive: archive('2') })).read, count);
    assert.equal((await index({ archive: archive('2'), settings: { meeting: 'M2' } })).read, count);
    const other = { ...harbours, meetings: harbours.meetings?.slice(0, 1) };
    await writeFile(path.join(root, 'harbours.json'), JSON.stringify(other));
    const anew = await index({ archive: archive('2'), settings: { meeting: 'M2' } });
    assert.equal(anew.read, count);
    assert.deepEqual(facts(anew), facts(await index({ settings: { meeting: 'M2' } })));
    const rules: HostSettings['rules'] = { 'verb-italics': 'off' };
    assert.equal((await index({ archive: archive('2'), settings: { meeting: 'M2', rules } })).read, 0);
  });

  it('is read anew where what is kept is spoilt', async () => {
    await index({ archive: archive() });
    const [name] = await readdir(kept);
    const file = path.join(kept, name as string);
    await writeFile(file, (await readFile(file)).subarray(0, (await stat(file)).size - 100));
    const anew = await index({ archive: archive() });
    assert.equal(anew.read, count);
    assert.deepEqual(facts(anew), facts(await index()));
  });

  it('is read as far as it got when it is stopped, and the rest later', async () => {
    const some = await index({ archive: archive(), stopAfter: 33 });
    assert.ok(some.files.length >= 33 && some.files.length < count);
    const rest = await index({ archive: archive() });
    assert.equal(rest.read, count - some.files.length);
    assert.deepEqual(facts(rest), facts(await index()));
  });

  it('is looked through again when many of its files are touched at once', async () => {
    const uris = Array.from({ length: count }, (_, i) => pathToFileURL(path.join(folder, nameOf(i))).href);
    const touched = await index({
      archive: archive(),
      after: async (made) => {
        await rm(path.join(folder, nameOf(8)));
        await put(nameOf(9), textOf(1), 30_000);
        await made.touch(uris);
      },
    });
    assert.deepEqual(facts(touched), facts(await index()));
    assert.equal(touched.here, 1);
  });

  it('is read without threads that die', async () => {
    const program = path.join(root, 'dying.cjs');
    await writeFile(program, "require('node:worker_threads').parentPort.on('message', () => process.exit(4));");
    const found = await index({ archive: nodeArchive(program, '1', kept) });
    assert.deepEqual(facts(found), facts(await index()));
    assert.equal(found.here, count);
    assert.ok(found.warned.includes('A thread that reads drafts ended (status 4): its drafts are read without it.'));
  });

  it('is found the same by two programs at once', async () => {
    const [a, b] = await Promise.all([index({ archive: archive() }), index({ archive: archive() })]);
    assert.deepEqual(facts(a), facts(b));
    assert.equal((await index({ archive: archive() })).read, 0);
  });
});
