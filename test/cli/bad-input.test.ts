import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from '../support/build';
import { clean, cliFile, folderOf, lampsPack, removeFolders, resolute, skipping, text } from './run';

const bytes = (...parts: (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part))));

/** Files that are no UTF-8 text, with what is said of each. */
const unreadable: readonly (readonly [what: string, content: Uint8Array, told: string])[] = [
  [
    'UTF-16, little end first',
    Buffer.from('\uFEFFDraft', 'utf16le'),
    'bad.decision: this is UTF-16 text: save it as UTF-8',
  ],
  ['UTF-16, big end first', bytes(0xfe, 0xff, 0, 'D'), 'bad.decision: this is UTF-16 text: save it as UTF-8'],
  [
    'Latin-1',
    bytes('# Décision\r\n\u{1f6a2} du caf', 0xe9, ' noir\n'),
    'bad.decision:2:10: byte 0xe9 is not UTF-8: save the file as UTF-8',
  ],
  [
    'a letter cut off at the end',
    bytes('Draft\n', 0xc3),
    'bad.decision:2:1: byte 0xc3 is not UTF-8: save the file as UTF-8',
  ],
  [
    'a letter cut off in the middle',
    bytes('a', 0xe2, 0x82, 'b'),
    'bad.decision:1:2: byte 0xe2 is not UTF-8: save the file as UTF-8',
  ],
  [
    'a real replacement character before the bad byte',
    bytes('a\uFFFDb', 0x92),
    'bad.decision:1:4: byte 0x92 is not UTF-8: save the file as UTF-8',
  ],
  [
    'Word',
    bytes('PK', 3, 4, 20),
    'bad.decision: this is a Word file or another archive: save it as plain text in UTF-8',
  ],
  ['old Word', bytes(0xd0, 0xcf, 0x11, 0xe0), 'bad.decision: this is an old Word file: save it as plain text in UTF-8'],
  ['PDF', bytes('%PDF-1.7'), 'bad.decision: this is a PDF file: copy its text into a file in UTF-8'],
];

describe('resolute with bad input', function () {
  this.timeout(30_000);
  afterEach(removeFolders);

  for (const [what, content, told] of unreadable) {
    it(`names a file that is no UTF-8 text (${what}), and checks the others`, async () => {
      const cwd = folderOf({ 'bad.decision': content, 'good.decision': skipping });
      const { code, stdout, stderr } = await resolute(['check', '--format', 'json', 'bad.decision', 'good.decision'], {
        cwd,
      });
      assert.equal(stderr, `resolute: ${told}\n`);
      assert.equal(code, 2);
      const { files } = JSON.parse(stdout);
      assert.deepEqual([files.length, files[0].path, files[0].diagnostics.length], [1, 'good.decision', 1]);
    });
  }

  it('names what is not there or cannot be read, each on a line', async () => {
    const cwd = folderOf({ 'good.decision': clean, 'a.decision/inside.decision': clean });
    symlinkSync('ring.decision', path.join(cwd, 'ring.decision'));
    symlinkSync('gone', path.join(cwd, 'broken.decision'));
    const named = await resolute(['check', 'nope.decision', 'nope/', 'good.decision', 'good.decision/x'], { cwd });
    assert.equal(
      named.stderr,
      [
        'resolute: nope.decision: there is no such file or folder',
        'resolute: nope/: there is no such file or folder',
        'resolute: good.decision/x: there is no such file or folder',
        '',
      ].join('\n'),
    );
    assert.equal(named.stdout, '1 draft checked, no findings.\n');
    assert.equal(named.code, 2);
    const searched = await resolute(['check', '--format', 'json', '.'], { cwd });
    assert.equal(
      searched.stderr,
      'resolute: broken.decision: there is no such file or folder\nresolute: ring.decision: its symbolic links lead in a circle\n',
    );
    assert.deepEqual(
      JSON.parse(searched.stdout).files.map((file: { path: string }) => file.path),
      [path.join('a.decision', 'inside.decision'), 'good.decision'],
    );
  });

  it('names standard input when it is not UTF-8', async () => {
    const { code, stderr } = await resolute(['check', '-'], { input: bytes('a', 0xff) });
    assert.equal(stderr, 'resolute: standard input:1:2: byte 0xff is not UTF-8: save the file as UTF-8\n');
    assert.equal(code, 2);
  });

  it('does not write to a file that it cannot read', async () => {
    const cwd = folderOf({ 'bad.decision': bytes('1. *Urges*', 0xff, '\n\n3. *Requests*\n') });
    const { code, stdout } = await resolute(['fix', 'bad.decision'], { cwd });
    assert.deepEqual([code, stdout], [2, '']);
  });

  it('refuses what it does not know on the command line, on one line with a way out', async () => {
    const refusals: readonly (readonly [args: string[], told: string])[] = [
      [['check', '--formt', 'json'], `unknown option '--formt'. Did you mean --format?`],
      [['chek'], `unknown command 'chek'. Did you mean check?`],
      [
        ['check', '--format', 'xml'],
        `option '--format <name>' argument 'xml' is invalid. There are stylish, json, sarif, github and junit.`,
      ],
      [
        ['check', '--format', 'json', '--format', 'sarif'],
        `option '--format <name>' argument 'sarif' is invalid. It was "json" before: give it once.`,
      ],
      [
        ['check', '--fail-on', 'hint', '--fail-on', 'error'],
        `option '--fail-on <severity>' argument 'error' is invalid. It was "hint" before: give it once.`,
      ],
      [
        ['fix', '--config', 'a', '--config', 'b'],
        `option '--config <path>' argument 'b' is invalid. It was "a" before: give it once.`,
      ],
      [
        ['check', 'a.decision', '--stdin-filename', 'b.decision'],
        '--stdin-filename names standard input: add - to what is read, or leave the name out.',
      ],
      [
        ['parse', 'a.decision', '--stdin-filename', 'b.decision'],
        '--stdin-filename names standard input: add - to what is read, or leave the name out.',
      ],
      [
        ['fix', '-', 'a.decision'],
        '- is mended onto standard output, where no word of other files may stand: fix them apart.',
      ],
      [['check', '--format', 'jsn'], `option '--format <name>' argument 'jsn' is invalid. Did you mean "json"?`],
      [
        ['check', '--fail-on', 'warn'],
        `option '--fail-on <severity>' argument 'warn' is invalid. Did you mean "warning"?`,
      ],
      [['fix', '--layout'], '--layout comes with a later version: leave it out.'],
      [['explain'], `missing required argument 'rule'.`],
      [['parse'], `missing required argument 'file'.`],
      [['check', '--registry'], `option '--registry <path>' argument missing.`],
    ];
    for (const [args, told] of refusals) {
      const { code, stdout, stderr } = await resolute(args);
      assert.equal(stderr, `resolute: ${told} See "resolute --help".\n`);
      assert.deepEqual([code, stdout], [2, '']);
    }
    for (const [id, told] of [
      ['verb-italic', 'there is no rule "verb-italic". Did you mean "verb-italics"?'],
      ['../../package', 'there is no rule "../../package". Run "resolute rules" to see them.'],
      ['toString', 'there is no rule "toString". Run "resolute rules" to see them.'],
    ] as const) {
      const { code, stdout, stderr } = await resolute(['explain', id]);
      assert.deepEqual({ code, stdout, stderr }, { code: 2, stdout: '', stderr: `resolute: ${told}\n` });
    }
  });

  it('shows how it is used when it is told nothing', async () => {
    const { code, stdout, stderr } = await resolute([]);
    assert.match(stderr, /^Usage: resolute /);
    assert.deepEqual([code, stdout], [2, '']);
  });

  it('names the place of each fault of a project file, and goes on without them', async () => {
    const faulty = 'rules:\n  verb-italic: off\n  paragraph-numbering: warn\nhouse-style: cms\nbody: cmss\n';
    const cwd = folderOf({ '.resolute.yaml': faulty, 'a.decision': skipping, 'b.decision': skipping });
    const { code, stdout, stderr } = await resolute(['check', '--format', 'json'], { cwd });
    assert.equal(
      stderr,
      [
        'resolute: .resolute.yaml:2:3: There is no rule "verb-italic". Did you mean "verb-italics"?',
        'resolute: .resolute.yaml:3:24: "warn" is no severity. Did you mean "warning"?',
        'resolute: .resolute.yaml:4:1: There is no setting "house-style". Did you mean "houseStyle"?',
        'resolute: .resolute.yaml: body: No registry pack knows the body "cmss". Did you mean "cms"?',
        '',
      ].join('\n'),
    );
    assert.equal(code, 2);
    const severities = JSON.parse(stdout).files.map(
      (file: { diagnostics: { severity: string }[] }) => file.diagnostics[0]?.severity,
    );
    assert.deepEqual(severities, ['error', 'error']);
  });

  it('names the place where a project file is no YAML, and goes on with the defaults', async () => {
    const cwd = folderOf({ '.resolute.yaml': 'rules: {paragraph-numbering: off\nbody: cms\n', 'a.decision': skipping });
    const { code, stdout, stderr } = await resolute(['check'], { cwd });
    assert.match(stderr, /^resolute: \.resolute\.yaml:2:1: This is not valid YAML: .*\. Mend it\.\n$/);
    assert.match(stdout, /paragraph-numbering\n/);
    assert.equal(code, 2);
  });

  it('names a project file that is not there or no UTF-8', async () => {
    const cwd = folderOf({ 'a.decision': clean, 'latin.yaml': bytes('# caf', 0xe9) });
    for (const [name, told] of [
      ['nope.yaml', 'nope.yaml: there is no such file or folder'],
      ['latin.yaml', 'latin.yaml:1:6: byte 0xe9 is not UTF-8: save the file as UTF-8'],
    ] as const) {
      const { code, stderr } = await resolute(['check', '--config', name], { cwd });
      assert.deepEqual([code, stderr], [2, `resolute: ${told}\n`]);
    }
  });

  it('tells from which file a pack of one’s own speaks', async () => {
    const cwd = folderOf({ 'packs/lamps.json': JSON.stringify(lampsPack).replace('"Shades"', '""') });
    const { code, stderr } = await resolute(['registry', 'check', '--registry', 'packs/lamps.json'], { cwd });
    assert.equal(code, 2);
    // the built-in packs have no file: they go by their body
    assert.match(stderr, /^resolute: packs\/lamps\.json:1:\d+: \$\.instruments\[0\]\.title: /);
    assert.match(
      stderr,
      /^resolute: packs\/lamps\.json: \$\.instruments\[0\]\.replaces\[0\]\.id: no pack lists LAMPS\/1\/4$/m,
    );
  });

  it('names the place of the fault in a broken pack, and goes on with the good ones', async () => {
    const gone = JSON.stringify(
      { ...lampsPack, instruments: [{ ...lampsPack.instruments[0], status: 'gone' }] },
      null,
      2,
    );
    const line = gone.split('\n').findIndex((one) => one.includes('"gone"')) + 1;
    const cwd = folderOf({
      'packs/broken.json': '{"version": 1,\n "body" {}}',
      'packs/gone.json': gone,
      'packs/good.json': JSON.stringify(lampsPack),
      'packs/latin.json': bytes('{"', 0xe9, '"}'),
      'packs/proto.json': `{"__proto__": {"polluted": true}, ${JSON.stringify(lampsPack).slice(1)}`,
      'a.resolution': skipping.replace('lamps of', 'lamps, in line with Resolution LAMPS-1/4, of'),
    });
    const { code, stdout, stderr } = await resolute(
      ['check', '--registry', 'packs', '--registry', 'nope', 'a.resolution'],
      { cwd },
    );
    const left = 'The pack is left out.';
    assert.deepEqual(
      stderr.split('\n').filter(Boolean).sort(),
      [
        'resolute: nope: there is no such file or folder. Name a registry pack or a folder of them.',
        `resolute: packs/broken.json:2:9: The pack: this is not valid JSON: a colon is missing here. ${left}`,
        `resolute: packs/gone.json:${line}:17: $.instruments[0].status: "gone" cannot stand here, only "in-force", "repealed", "expired". $.instruments[0] is left out.`,
        `resolute: packs/latin.json:1:3: byte 0xe9 is not UTF-8: save the file as UTF-8. ${left}`,
        `resolute: packs/proto.json:1:2: $.__proto__: a pack has no such key here. $.__proto__ is left out.`,
      ].sort(),
    );
    assert.match(stdout, /repealed-instrument\n/);
    assert.equal(code, 2);
  });

  it('does not read a pack of more than 64 MB', async () => {
    const cwd = folderOf({ 'a.decision': clean, 'huge.json': '{' });
    truncateSync(path.join(cwd, 'huge.json'), 64 * 1024 * 1024 + 1);
    const { code, stderr } = await resolute(['check', '--registry', 'huge.json'], { cwd });
    assert.deepEqual([code, stderr], [2, 'resolute: huge.json: it is larger than 64 MB. The pack is left out.\n']);
  });

  it('shows nothing of a draft that a terminal would obey', async () => {
    const cwd = folderOf({
      'a.decision': skipping.replace('3. *Requests*', '3. *Requests* [bookmark: \u001b[2J\u009b1m]'),
    });
    const { stdout, stderr } = await resolute(['check', 'a.decision', 'nope\u001b[2J'], { cwd });
    for (const sign of ['\u001b', '\u009b']) assert.ok(!stdout.includes(sign) && !stderr.includes(sign));
  });

  it('ends quietly when its reader has seen enough', async function () {
    if (process.platform === 'win32') return this.skip();
    const names = Array.from({ length: 200 }, (_, i) => `${i}.decision`);
    const cwd = folderOf(Object.fromEntries(names.map((name) => [name, skipping.repeat(20)])));
    await ensureBuilt();
    const child = spawn(
      'sh',
      ['-c', '"$@" | head -c 1', 'sh', process.execPath, cliFile, 'check', '--format', 'json'],
      { cwd },
    );
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    assert.deepEqual([stdout, stderr], ['{', '']);
  });
});
