import assert from 'node:assert/strict';
import { folderOf, lampsPack, removeFolders, resolute } from './run';

/** The value of `key` in the first block of the output; `source` gives all. */
const valuesOf = (stdout: string, key: string): string[] =>
  (stdout.split('\n\n')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith(`  ${key} `))
    .map((line) => line.slice(key.length + 2).trim());

interface Answer {
  readonly code: 0 | 1;
  readonly head: RegExp;
  readonly id: string;
  readonly meeting: string;
  /** null where the first line says it all. */
  readonly status: RegExp | null;
}

const answers: Readonly<Record<string, Answer>> = {
  'Resolution 12.07': {
    code: 0,
    head: /^Resolution 12\.7: The Role of Ecological Networks in the Conservation of Migratory Species$/,
    id: 'CMS/RES/12.7',
    meeting: 'COP12, 2017',
    status: /^repealed \(after COP14\), as it appears$/,
  },
  'decision VII/30': {
    code: 0,
    head: /^decision VII\/30: Strategic Plan: future evaluation of progress$/,
    id: 'CBD/COP/DEC/VII/30',
    meeting: 'COP7, 2004',
    status: /./,
  },
  'Conf. 9.24': {
    code: 0,
    head: /^Resolution Conf\. 9\.24.*: Criteria for amendment of Appendices I and II$/,
    id: 'CITES/Conf.9.24',
    meeting: 'CoP9, 1994',
    status: /^in force/,
  },
  'MC-6/23': {
    code: 1,
    head: /^Decision MC-6\/23 of the Minamata Convention on Mercury does not exist: the decisions of COP6 end at 22\.$/,
    id: 'MC-6/23',
    meeting: 'COP6, 2025',
    status: null,
  },
  'UNEP/EA.5/Res.14': {
    code: 0,
    head: /^.*5\/14: End plastic pollution: [Tt]owards an international legally binding instrument$/,
    id: 'UNEP/EA.5/Res.14',
    meeting: 'UNEA-5, 2022',
    status: /./,
  },
  'synergies and partnerships': {
    code: 0,
    head: /^Resolution (?:10\.21|11\.10 \(Rev\.COP13\)): Synergies and Partnerships$/,
    id: 'CMS/RES/',
    meeting: 'COP1',
    status: /./,
  },
};

describe('resolute lookup answers', function () {
  this.timeout(30_000);
  afterEach(removeFolders);

  for (const [query, { code, head, id, meeting, status }] of Object.entries(answers)) {
    it(`“${query}” with its source and date`, async () => {
      const outcome = await resolute(['lookup', query]);
      assert.deepEqual([outcome.code, outcome.stderr], [code, '']);
      assert.match(outcome.stdout.split('\n')[0] ?? '', head);
      assert.ok(valuesOf(outcome.stdout, 'id')[0]?.startsWith(id), outcome.stdout);
      assert.ok(valuesOf(outcome.stdout, 'meeting')[0]?.startsWith(meeting), outcome.stdout);
      const [shown] = valuesOf(outcome.stdout, 'status');
      if (status) assert.match(shown ?? '', status);
      else assert.equal(shown, undefined);
      assert.ok(valuesOf(outcome.stdout, 'source').length > 0, outcome.stdout);
    });
  }

  it('a number that the registry does not list with why nothing can be said, and 1', async () => {
    const { code, stdout } = await resolute(['lookup', 'Resolution 12.99 of CMS']);
    assert.equal(code, 1);
    assert.equal(
      stdout.split('\n')[0],
      'The registry does not list Resolution 12.99 of the Convention on the Conservation of Migratory Species of Wild Animals. Its list of the resolutions of COP12 is not complete, so nothing can be said of whether it exists.',
    );
    const json = await resolute(['lookup', 'Resolution 12.99 of CMS', '--format', 'json']);
    assert.equal(json.code, 1);
    const { version, matches } = JSON.parse(json.stdout);
    assert.deepEqual([version, matches.length, matches[0].status], [1, 1, 'unknown']);
    assert.ok(!('remark' in matches[0]) && !('listed' in matches[0]) && !('name' in matches[0]));
  });

  it('with a mark on copies', async () => {
    const url = 'https://docplayer.net/1-lamps.html';
    const pack = { ...lampsPack, sources: { r: { url, note: 'Report.', copy: true } } };
    const cwd = folderOf({ 'lamps.json': JSON.stringify(pack) });
    const { stdout } = await resolute(['lookup', 'LAMPS-1/4', '--registry', 'lamps.json'], { cwd });
    assert.deepEqual(valuesOf(stdout, 'source'), [`${url} (a copy on a document site) – Report.`]);
    const json = await resolute(['lookup', 'LAMPS-1/4', '--registry', 'lamps.json', '--format', 'json'], { cwd });
    assert.deepEqual(JSON.parse(json.stdout).matches[0].sources, [{ url, note: 'Report.', copy: true }]);
  });
});
