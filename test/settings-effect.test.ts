import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../package.json';
import { readSettings } from '../server/src/service/settings';
import { clean, folderOf, lampsPack, removeFolders, resolute } from './cli/run';
import { analyse, service, shown } from './support/findings';
import { cms } from './support/rule';

const read = (name: string): string => readFileSync(path.join(__dirname, '..', name), 'utf8');

/** What is read in `text` and found wrong with it, where `value` is set. */
function seen(text: string, value: Readonly<Record<string, unknown>>) {
  const { settings, problems } = readSettings(value);
  assert.deepEqual(problems, []);
  const analysis = analyse(text, { settings });
  return { findings: shown(analysis), facts: service.facts(analysis), analysis };
}

const roman = cms({ operative: ['1. *Thanks* villages;', '2. *Requests* all to end;', '3. Decides to end.'] });
const citing = '*Recalling* Resolution 7.9,\n\n1. *Decides* to end;\n\n2. *Requests* all to end.\n';

/** What the command line prints in a folder with a project file. */
async function printed(config: string, args: string[], files: Readonly<Record<string, string>>): Promise<string> {
  const { stdout, stderr } = await resolute(args, { cwd: folderOf({ '.resolute.yaml': config, ...files }) });
  assert.equal(stderr, '');
  return stdout;
}

/** By setting, a test that it changes something. */
const effects: Readonly<Record<string, () => void | Promise<void>>> = {
  'resolute.rules': () => {
    assert.match(seen(roman, {}).findings.join(), /verb-italics warning/);
    assert.match(seen(roman, { rules: { 'verb-italics': 'hint' } }).findings.join(), /verb-italics hint/);
    assert.doesNotMatch(seen(roman, { rules: { 'verb-italics': 'off' } }).findings.join(), /verb-italics/);
  },
  'resolute.houseStyle': () => {
    assert.equal(seen(citing, {}).facts.style, null);
    assert.equal(seen(citing, { houseStyle: 'unga' }).facts.style, 'unga');
    assert.equal(seen(citing, { houseStyle: 'unga' }).analysis.houseStyle.selfReference, 'present');
  },
  'resolute.style': () => {
    const { houseStyle } = seen(citing, { houseStyle: 'unga', style: { selfReference: 'this' } }).analysis;
    assert.deepEqual([houseStyle.selfReference, houseStyle.spelling], ['this', 'ize']);
  },
  'resolute.body': () => {
    assert.doesNotMatch(seen(citing, {}).findings.join(), /repealed-instrument/);
    assert.match(seen(citing, { body: 'cms' }).findings.join(), /repealed-instrument/);
  },
  'resolute.language': () => {
    assert.equal(seen(citing, {}).facts.language, 'en');
    assert.equal(seen(citing, { language: 'fr' }).facts.language, 'fr');
    assert.notDeepEqual(seen(citing, { language: 'fr' }).facts.paragraphs, seen(citing, {}).facts.paragraphs);
  },
  'resolute.meeting': () => {
    assert.match(seen(citing, { body: 'cms' }).findings.join(), /repealed-instrument/);
    assert.doesNotMatch(seen(citing, { body: 'cms', meeting: 'COP8' }).findings.join(), /repealed-instrument/);
  },
  'resolute.status': () => {
    assert.equal(seen(citing, {}).analysis.status, null);
    assert.equal(seen(citing, { status: 'final' }).analysis.status, 'final');
  },
  'resolute.files.include': async () => {
    const files = { 'notes/a.md': clean, 'a.decision': clean };
    assert.match(await printed('', ['check'], files), /^1 draft checked/);
    assert.match(await printed('files: { include: ["notes/*.md"] }\n', ['check'], files), /^2 drafts checked/);
  },
  'resolute.registry.paths': async () => {
    const files = { 'lamps.json': JSON.stringify(lampsPack) };
    const args = ['registry', 'list', '--format', 'json'];
    assert.doesNotMatch(await printed('', args, files), /Harbour Lamps/);
    assert.match(await printed('registry: { paths: [lamps.json] }\n', args, files), /Harbour Lamps/);
  },
  // it takes a server to fetch from
  'resolute.registry.sources': () => assert.match(read('test/cli/registry-update.test.ts'), /registry[.:].*sources/s),
  // read by the client's library, under the id that the client gives itself
  'resolute.trace.server': () => {
    assert.match(read('client/src/server.ts'), /makeClient\('resolute'/);
    assert.match(read('node_modules/vscode-languageclient/lib/common/client.js'), /trace\.server/);
  },
};

describe('each setting changes something:', function () {
  this.timeout(30_000);
  afterEach(removeFolders);
  const names = Object.keys(manifest.contributes.configuration.properties);

  it('all are tried, and there are at most twenty', () => {
    assert.deepEqual(names, Object.keys(effects));
    assert.ok(names.length <= 20);
  });

  for (const [name, test] of Object.entries(effects)) it(name, test);
});
