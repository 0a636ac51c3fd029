import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.join(__dirname, '..', '..');

/** What `script` prints as JSON; `from('stats')` in it stands for a file of bench/. */
function printed(script: string): unknown {
  const from = script.replace(/from\('([\w-]+)'\)/g, (_, name) => {
    const file = pathToFileURL(path.join(root, 'bench', `${name}.mjs`)).href;
    return `await import(${JSON.stringify(file)})`;
  });
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', from], { encoding: 'utf8' }));
}

describe('the bench', () => {
  it('makes the same draft of the same seed, of the size asked for', () => {
    const [first, second, other] = printed(`const { draft } = from('generate');
      const texts = [1, 1, 2].map((seed) => draft({ bytes: 14_000, seed }));
      console.log(JSON.stringify(texts))`) as [string, string, string];
    assert.equal(first, second);
    assert.notEqual(first, other);
    const bytes = Buffer.byteLength(first);
    assert.ok(bytes >= 14_000 && bytes < 14_700, `${bytes} bytes`);
  });

  it('makes folders whose drafts cite and repeal one another', () => {
    const files = printed(`const { world } = from('generate');
      console.log(JSON.stringify([...world({ files: 9 })]))`) as { path: string; text: string }[];
    assert.equal(new Set(files.map((file) => file.path)).size, 9);
    const numbers = files.map(({ text }) => /^UNEP\/CMS\/Resolution ([\d.]+)$/m.exec(text)?.[1]);
    const cited = files.flatMap(({ text }) => [...text.matchAll(/ Resolution ([\d.]+\d)/g)].map((found) => found[1]));
    assert.ok(cited.length > 9);
    assert.deepEqual(
      cited.filter((number) => !numbers.includes(number)),
      [],
    );
    assert.deepEqual(
      files.map(({ text }) => text.includes('the present Resolution repeals')),
      [0, 0, 0, 0, 1, 0, 0, 0, 1].map(Boolean),
    );
  });

  it('replaces one letter a keystroke, for a server as for a checker', () => {
    const { text, first, texts, changes } = printed(`const { draft } = from('generate');
      const { edited, keystrokes } = from('edits');
      const text = draft({ bytes: 2000 });
      const changes = [...keystrokes(text, 30)].map(({ whole, ...change }) => change);
      const texts = [];
      for (const keystroke of keystrokes(text, 30)) texts.push(keystroke.whole());
      console.log(JSON.stringify({ text, first: edited(text, 0), texts, changes }));`) as {
      text: string;
      first: string;
      texts: string[];
      changes: { range: { start: { line: number; character: number } }; text: string }[];
    };
    assert.equal(changes.length, 30);
    let lines = text.split('\n');
    assert.equal(first, texts[0]);
    for (const [i, { range, text: letter }] of changes.entries()) {
      const { line, character } = range.start;
      assert.match(lines[line]?.[character] ?? '', /[a-z]/);
      assert.notEqual(lines[line]?.[character], letter);
      lines = lines.map((old, at) => (at === line ? old.slice(0, character) + letter + old.slice(character + 1) : old));
      assert.equal(texts[i], lines.join('\n'));
    }
  });

  it('takes a ratio within each round and its median over the rounds', () => {
    const found = printed(`const { Samples } = from('samples');
      const samples = new Samples();
      [[10, 1], [100, 50], [9, 3]].forEach(([ours, floor], round) => {
        samples.keep('ours', round, [ours, ours, ours * 7]);
        samples.keep('floor', round, [floor]);
      });
      samples.keep('ours', 3, [5]);
      samples.noteAbove('late {size}', '1 MB', 'over 60 s');
      const notes = ['100 kB', '1 MB', '10 MB'].map((size) => samples.noteOf('late ' + size) ?? null);
      const ratio = samples.ratio('ours', 'floor');
      console.log(JSON.stringify({ ratio, none: samples.ratio('ours', 'other') ?? null, notes }));`);
    assert.deepEqual(found, { ratio: 3, none: null, notes: [null, 'over 60 s', 'over 60 s'] });
  });

  it('says of each goal whether it is reached, or why that is not known', () => {
    const rows = printed(`const { Samples } = from('samples');
      const { goalRows } = from('goals');
      const samples = new Samples();
      samples.keep('ours', 0, [4]);
      samples.keep('theirs', 0, [40]);
      samples.note('late', 'over 60 s');
      const of = (name) => ({ needs: [name], figure: (value) => value(name) / value('ours') });
      console.log(JSON.stringify(goalRows(samples, [
        { what: 'faster', least: 20, unit: ' times faster', ...of('theirs') },
        { what: 'near', most: 10, ...of('theirs') },
        { what: 'late', most: 2, ...of('late') },
        { what: 'left out', most: 2, ...of('nothing') },
      ])));`);
    assert.deepEqual(rows, [
      ['faster', 'at least 20 times faster', '10 times faster', 'no'],
      ['near', 'at most ×10', '×10', 'yes'],
      ['late', 'at most ×2.0', 'over 60 s', '–'],
      ['left out', 'at most ×2.0', 'not in this run', '–'],
    ]);
  });

  it('says in which step ten times the text takes longest', () => {
    const rows = printed(`const { Samples } = from('samples');
      const { goalRows, goalsOf } = from('goals');
      const samples = new Samples();
      [['100 kB', 1], ['1 MB', 10], ['10 MB', 150]].forEach(([size, ms]) =>
        samples.keep('warm ' + size + ': Resolute, whole', 0, [ms]));
      console.log(JSON.stringify(goalRows(samples, goalsOf().filter(({ what }) => what.startsWith('10 times')))));`);
    assert.deepEqual(rows, [['10 times the text, full check', 'at most ×11', '×15', 'no']]);
  });

  it('keeps the section of the registry in the page', () => {
    const page = printed(`const { inReport, registrySection } = from('registry-report');
      const before = '# A\\n\\n## The registry\\n\\nits figures\\n\\n## Other\\n';
      console.log(JSON.stringify(inReport('# New\\n', registrySection(before))));`);
    assert.match(page as string, /^# New\n\n## The registry\n\nits figures\n/);
  });
});
