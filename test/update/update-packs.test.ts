import assert from 'node:assert/strict';
import { fetchText } from '../../server/src/update/fetch-text';
import { type PackStore, updatePacks } from '../../server/src/update/update-packs';
import { lampsPack, removeFolders } from '../cli/run';
import type { Answer, Answers } from './server';
import { serve, serveSecurely, stopServers } from './server';

const lamps = JSON.stringify(lampsPack);
const newer = JSON.stringify({ ...lampsPack, instruments: [] });

/** A store in memory that shows what it holds. */
function memory(): PackStore & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    read: async (name) => kept.get(name) ?? null,
    put: async (name, text) => void kept.set(name, text),
  };
}

const ends =
  (text: string, headers = {}, status = 200): Answer =>
  (_, response) =>
    void response.writeHead(status, headers).end(text);
const redirects = (location: string): Answer => ends('', { location }, 302);

/** Updates from `/pack` of a server with these answers, `before` being kept from an earlier time. */
async function updated(
  answers: Answers,
  { before = '', ...more }: { before?: string; timeout?: number; limit?: number } = {},
) {
  const store = memory();
  const address = await serve(answers);
  const parts = { fetch, store, allowLoopback: true };
  if (before !== '') {
    const [kept] = await updatePacks([`${address}/pack`], { ...parts, fetch: async () => new Response(before) });
    assert.equal(kept?.state, 'new');
  }
  const [one] = await updatePacks([`${address}/pack`], { ...parts, ...more });
  assert.ok(one);
  return { ...one, text: store.kept.get(`${one.name}.json`) ?? null, store, address };
}

describe('updating packs', function () {
  this.timeout(30_000);
  afterEach(() => {
    stopServers();
    removeFolders();
  });

  it('keeps a new pack, and takes the place of an older one', async () => {
    const first = await updated({ '/pack': ends(lamps) });
    assert.deepEqual([first.state, first.text, first.pack], ['new', lamps, lampsPack]);
    assert.match(first.name, /^127-0-0-1-pack-[0-9a-f]{16}$/);
    const second = await updated({ '/pack': ends(newer) }, { before: lamps });
    assert.deepEqual([second.state, second.text], ['updated', newer]);
    const same = await updated({ '/pack': ends(lamps) }, { before: lamps });
    assert.deepEqual([same.state, same.text], ['unchanged', lamps]);
  });

  it('asks with the tag of what is kept, and leaves that when it is still so', async () => {
    const asked: (string | undefined)[] = [];
    const { store, address } = await updated({
      '/pack': (request, response) => {
        asked.push(request.headers['if-none-match']);
        if (request.headers['if-none-match'] === '"one"') response.writeHead(304).end();
        else response.writeHead(200, { etag: '"one"' }).end(lamps);
      },
    });
    const again = async () => (await updatePacks([`${address}/pack`], { fetch, store, allowLoopback: true }))[0];
    assert.deepEqual([(await again())?.state, (await again())?.pack], ['unchanged', lampsPack]);
    assert.deepEqual(asked, [undefined, '"one"', '"one"']);
    // what is kept got broken: it is to be had whole
    const name = [...store.kept.keys()].find((one) => one.endsWith('.json')) ?? '';
    store.kept.set(name, lamps.slice(0, 100));
    assert.equal((await again())?.state, 'updated');
    assert.deepEqual([asked.at(-1), store.kept.get(name)], [undefined, lamps]);
  });

  const huge = (): Answer => (_, response) => {
    response.writeHead(200, { 'content-length': String(2 * 1024 ** 3) });
    response.write(lamps.slice(0, 50));
  };
  const endless = (): Answer => (_, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
    };
    response.writeHead(200).on('drain', more);
    more();
  };
  const half = (): Answer => (_, response) => {
    response.writeHead(200, { 'content-length': String(lamps.length) });
    response.write(lamps.slice(0, 200), () => response.destroy());
  };
  const halfChunked = (): Answer => (_, response) => {
    response.writeHead(200);
    response.write(lamps.slice(0, 200), () => response.destroy());
  };
  const cases: readonly (readonly [what: string, answers: Answers, message: RegExp])[] = [
    ['nothing at the address', {}, /^there is nothing at this address: the server answered 404/],
    ['a server in trouble', { '/pack': ends('', {}, 500) }, /^the server answered 500 \(Internal Server Error\)$/],
    ['304 to a question without a tag', { '/pack': ends('', {}, 304) }, /^the server answered 304/],
    ['half an answer', { '/pack': half() }, /^the connection broke off/],
    ['half an answer of unknown length', { '/pack': halfChunked() }, /^the connection broke off/],
    [
      'half a pack',
      { '/pack': ends(lamps.slice(0, 200)) },
      /^it is no registry pack: line 1, column \d+: this is not valid JSON/,
    ],
    ['2 GB announced', { '/pack': huge() }, /^the answer is larger than 64 MB$/],
    ['an endless answer', { '/pack': endless() }, /^the answer is larger than 64 MB$/],
    [
      'a redirect to http',
      { '/pack': redirects('http://example.org/pack') },
      /^it redirects to http:\/\/example\.org\/pack, which does not begin with https:\/\/$/,
    ],
    [
      'a redirect to a file',
      { '/pack': redirects('file:///etc/passwd') },
      /^it redirects to file:.*does not begin with https/,
    ],
    ['a redirect to data', { '/pack': redirects('data:application/json,{}') }, /does not begin with https/],
    ['a redirect in a circle', { '/pack': redirects('/pack') }, /^it redirects more than 5 times$/],
    ['a redirect to nowhere', { '/pack': redirects('http://[') }, /is no address/],
    [
      'a page',
      { '/pack': ends('<html>Sign in</html>') },
      /^it is no registry pack: line 1, column 1: this is not valid JSON/,
    ],
    [
      'a pack that breaks the schema',
      { '/pack': ends('{"version": 2}') },
      /^it is no registry pack: line 1, column \d+: /,
    ],
    [
      'a key that reaches for a prototype',
      { '/pack': ends(`{"__proto__": {}, ${lamps.slice(1)}`) },
      /__proto__: a pack has no such key here/,
    ],
    [
      'bytes that are no UTF-8',
      { '/pack': (_, response) => response.end(Buffer.of(0x7b, 0xff, 0x7d)) },
      /^the answer is no UTF-8 text$/,
    ],
  ];
  for (const [what, answers, message] of cases) {
    it(`keeps what was there when it meets ${what}`, async () => {
      const failed = await updated(answers, { before: newer });
      assert.equal(failed.state, 'failed');
      assert.match(failed.message ?? '', message);
      assert.deepEqual([failed.text, failed.pack], [newer, JSON.parse(newer)]);
      const fresh = await updated(answers);
      assert.deepEqual([fresh.state, fresh.text, fresh.pack, fresh.store.kept.size], ['failed', null, null, 0]);
    });
  }

  it('gives up on an answer that does not end in time', async () => {
    const stalled: Answer = (_, response) => void response.writeHead(200).write(lamps.slice(0, 20));
    for (const answer of [stalled, () => {}]) {
      const { state, message, text } = await updated({ '/pack': answer }, { before: lamps, timeout: 100 });
      assert.deepEqual([state, message, text], ['failed', 'the answer took longer than 0.1 s', lamps]);
    }
  });

  it('counts an answer unpacked', async () => {
    const { gzipSync } = await import('node:zlib');
    const packed = gzipSync(`"${'x'.repeat(5_000_000)}"`);
    const { message } = await updated(
      { '/pack': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed) },
      { limit: 1024 * 1024 },
    );
    assert.equal(message, 'the answer is larger than 1 MB');
  });

  it('follows a redirect within reach', async () => {
    const { state } = await updated({ '/pack': redirects('/other'), '/other': ends(lamps) });
    assert.equal(state, 'new');
  });

  it('takes each source by itself', async () => {
    const address = await serve({ '/a': ends(lamps), '/c': ends(newer) });
    const store = memory();
    const sources = ['a', 'b', 'c', 'a'].map((name) => `${address}/${name}`);
    const done = await updatePacks(sources, { fetch, store, allowLoopback: true });
    assert.deepEqual(
      done.map(({ state }) => state),
      ['new', 'failed', 'new'],
    );
    assert.equal(new Set(done.map(({ name }) => name)).size, 3);
    assert.equal([...store.kept.keys()].filter((name) => name.endsWith('.json')).length, 2);
  });

  it('keeps the old pack when the new one cannot be written', async () => {
    const store = memory();
    const address = await serve({ '/pack': ends(newer) });
    const full = { ...store, put: () => Promise.reject(new Error('the disk is full')) };
    const [one] = await updatePacks([`${address}/pack`], { fetch, store: full, allowLoopback: true });
    assert.deepEqual([one?.state, one?.message, store.kept.size], ['failed', 'the disk is full', 0]);
  });

  it('never speaks without encryption, nor to a server that nobody vouches for', async () => {
    const address = await serve({ '/pack': ends(lamps) });
    const refused = async (url: string, allowLoopback: boolean, message: RegExp) =>
      assert.rejects(fetchText(url, { fetch, allowLoopback }), { message });
    await refused(`${address}/pack`, false, /^the address does not begin with https:\/\/$/);
    await refused('http://example.org/pack', true, /does not begin with https/);
    await refused('ftp://example.org/pack', true, /does not begin with https/);
    await refused('https://me:secret@example.org/pack', true, /^the address holds a name or password: leave them out$/);
    await refused('lamps.json', true, /is no address/);
    const secure = await serveSecurely({ '/pack': ends(lamps) });
    await refused(`${secure.address}/pack`, false, /^its certificate is signed by nobody that this machine trusts$/);
  });
});
