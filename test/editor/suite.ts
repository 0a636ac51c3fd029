import assert from 'node:assert/strict';
import {
  CodeActionKind,
  commands,
  DiagnosticTag,
  languages,
  Position,
  Range,
  Selection,
  type TextEditor,
  workspace,
} from 'vscode';
import {
  actions,
  codeOf,
  diagnosticOf,
  extension,
  hoverText,
  inFolder,
  open,
  placeOf,
  rulesIn,
  type,
  undo,
  until,
} from './support';

const draft = 'cms-partnerships.resolution.md';
const faults = [
  'repealed-instrument',
  'repealed-instrument',
  'superseded-instrument',
  'verb-italics',
  'paragraph-numbering',
];

const same = (found: unknown, expected: unknown) => JSON.stringify(found) === JSON.stringify(expected);
const setting = (name: string, value: unknown) => workspace.getConfiguration('resolute').update(name, value, false);

// The first: nothing may have woken the server before.
describe('a README', () => {
  it('starts no server and has no findings', async () => {
    const { document } = await open('README.md');
    await until('active extension', () => extension().isActive);
    await commands.executeCommand('resolute.restartServer');
    assert.equal(extension().exports.isRunning(), false);
    assert.deepEqual(languages.getDiagnostics(document.uri), []);
  });
});

describe('a draft in the editor', () => {
  let editor: TextEditor;
  before(async () => {
    editor = await open(draft);
    await until('set of all findings', () => same(rulesIn(editor.document), faults));
  });
  afterEach(async () => {
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('has its findings, each with the page of its rule', () => {
    const found = languages.getDiagnostics(editor.document.uri);
    for (const { source, code } of found) {
      assert.equal(source, 'resolute');
      assert.ok(typeof code === 'object');
      assert.match(code.target.toString(), new RegExp(`/docs/rules/${code.value}\\.md$`));
    }
  });

  it('strikes repealed citations through', () => {
    const { uri } = editor.document;
    const repealed = languages.getDiagnostics(uri).filter((one) => codeOf(one) === 'repealed-instrument');
    assert.deepEqual(
      repealed.map(({ range, tags }) => [editor.document.getText(range), tags]),
      [
        ['7.9', [DiagnosticTag.Deprecated]],
        ['11.11', [DiagnosticTag.Deprecated]],
      ],
    );
  });

  it('tells on hover what is cited and whether it still stands', async () => {
    const hover = await hoverText(editor.document, placeOf(editor.document, '7.9'));
    assert.match(hover, /Cooperation with Other Bodies and Processes/);
    assert.match(hover, /repealed/i);
    assert.match(hover, /11\.10/);
  });

  it('is renumbered by a quick fix, and the finding goes', async () => {
    const finding = diagnosticOf(editor.document, 'paragraph-numbering');
    assert.ok(finding);
    assert.equal(editor.document.getText(finding.range), '5');
    const offered = await actions(editor.document, finding.range, CodeActionKind.QuickFix);
    const fix = offered.find(({ isPreferred, edit }) => isPreferred && edit);
    assert.ok(fix?.edit, offered.map(({ title }) => title).join(', '));
    await workspace.applyEdit(fix.edit);
    await until('text without the finding', () => !diagnosticOf(editor.document, 'paragraph-numbering'));
    assert.match(editor.document.getText(), /^4\. \*Encourages\*.*\n\n5\. \*Requests\*/m);
    await undo();
    await until('finding after undo', () => diagnosticOf(editor.document, 'paragraph-numbering'));
  });

  it('has every safe mend made by one action', async () => {
    const all = new Range(new Position(0, 0), editor.document.lineAt(editor.document.lineCount - 1).range.end);
    const [fix] = await actions(editor.document, all, CodeActionKind.SourceFixAll.append('resolute'));
    assert.ok(fix?.edit);
    await workspace.applyEdit(fix.edit);
    await until('text without its safe findings', () => !diagnosticOf(editor.document, 'verb-italics'));
    assert.equal(diagnosticOf(editor.document, 'paragraph-numbering'), undefined);
  });

  describe('Enter', function () {
    // Once in some runs on a busy machine the editor took a key otherwise; why is not known. What is wrong fails thrice.
    this.retries(2);
    const lineOf = (start: string) => placeOf(editor.document, start).line;
    const endOf = (line: number) => editor.document.lineAt(line).range.end;
    const cursorsAt = (...lines: number[]) => {
      editor.selections = lines.map((line) => new Selection(endOf(line), endOf(line)));
    };
    /** The extension host learns a little later where the cursor is. */
    const cursorOn = (line: number) => until(`cursor in line ${line}`, () => editor.selection.active.line === line);
    const lines = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => editor.document.lineAt(from + index).text);

    it('continues the numbering, and one undo takes it back', async () => {
      const text = editor.document.getText();
      const line = lineOf('2. *Invites*');
      cursorsAt(line);
      await type('\n');
      assert.deepEqual(lines(line + 1, 3), ['', '3. ', '']);
      await undo();
      assert.equal(editor.document.getText(), text);
    });

    it('continues at every cursor', async () => {
      const [first, second] = [lineOf('1. *Urges*'), lineOf('2. *Invites*')];
      cursorsAt(first, second);
      await type('\n');
      assert.equal(editor.document.lineAt(first + 2).text, '2. ');
      assert.equal(editor.document.lineAt(second + 4).text, '3. ');
    });

    it('breaks the line and nothing more inside a paragraph and in the preamble', async () => {
      const line = lineOf('2. *Invites*');
      const inside = new Position(line, 20);
      editor.selection = new Selection(inside, inside);
      await type('\n');
      assert.doesNotMatch(editor.document.lineAt(line + 1).text, /^\d/);
      await undo();
      const preambular = lineOf('*Aware*');
      cursorsAt(preambular);
      await type('\n');
      assert.equal(editor.document.lineAt(preambular + 1).text, '');
    });

    it('replaces what is selected', async () => {
      const line = lineOf('2. *Invites*');
      const end = endOf(line);
      editor.selection = new Selection(end.translate(0, -1), end);
      await type('\n');
      assert.match(editor.document.lineAt(line).text, /Scientific Council$/);
      assert.deepEqual(lines(line + 1, 3), ['', '3. ', '']);
    });

    it('takes an empty label away, and one undo brings it back', async () => {
      const line = lineOf('2. *Invites*');
      cursorsAt(line);
      await type('\n');
      assert.equal(editor.document.lineAt(line + 2).text, '3. ');
      await cursorOn(line + 2);
      await commands.executeCommand('resolute.removeEmptyLabel');
      assert.equal(editor.document.lineAt(line + 2).text, '');
      await undo();
      assert.equal(editor.document.lineAt(line + 2).text, '3. ');
    });

    it('stays Enter where the cursor has left the empty label', async () => {
      const line = lineOf('*Aware*');
      cursorsAt(line);
      await cursorOn(line);
      await commands.executeCommand('resolute.removeEmptyLabel');
      assert.deepEqual(lines(line + 1, 2), ['', '']);
    });
  });
});

describe('settings', () => {
  afterEach(async () => {
    await setting('rules', undefined);
    await setting('files.include', undefined);
  });

  it('switch a rule off and change its severity', async () => {
    const { document } = await open(draft);
    await setting('rules', { 'verb-italics': 'off', 'paragraph-numbering': { severity: 'hint' } });
    await until('text without the finding', () => !rulesIn(document).includes('verb-italics'));
    await until('milder finding', () => diagnosticOf(document, 'paragraph-numbering')?.severity === 3);
  });

  it('have Markdown files checked that the globs name, and no others', async () => {
    const readme = await open('README.md');
    const { document } = await open('meetings/notes.md');
    assert.deepEqual(rulesIn(document), []);
    await setting('files.include', ['meetings/*.md']);
    await until('finding in the included file', () => rulesIn(document).includes('paragraph-numbering'));
    assert.deepEqual(rulesIn(readme.document), []);
    await setting('files.include', []);
    await until('file without findings', () => rulesIn(document).length === 0);
  });

  it('may stand in the project file', async () => {
    const { document } = await open('meetings/notes.md');
    const file = inFolder('.resolute.yaml');
    await workspace.fs.writeFile(file, new TextEncoder().encode('files:\n  include: ["meetings/*.md"]\n'));
    try {
      await until('finding in the included file', () => rulesIn(document).includes('paragraph-numbering'));
    } finally {
      await workspace.fs.delete(file);
    }
    await until('file without findings', () => rulesIn(document).length === 0);
  });
});

describe('updating the registry', () => {
  it('ends without an address to fetch from, and leaves the server as it is', async () => {
    const { document } = await open(draft);
    await until('set of all findings', () => same(rulesIn(document), faults));
    await commands.executeCommand('resolute.updateRegistry');
    await commands.executeCommand('notifications.clearAll');
    assert.equal(extension().exports.isRunning(), true);
    assert.deepEqual(rulesIn(document), faults);
  });
});

describe('a registry pack in the editor', () => {
  const pack = inFolder('lakes.resolute-pack.json');
  after(async () => workspace.fs.delete(pack));

  it('is checked by its schema, as its name says what it is', async () => {
    await workspace.fs.writeFile(pack, new TextEncoder().encode('{ "version": 2, "colour": "red" }\n'));
    const { document } = await open('lakes.resolute-pack.json');
    const told = await until('finding of the schema', () => {
      const found = languages.getDiagnostics(document.uri).map(({ message }) => message);
      return found.length >= 3 && found.join('\n');
    });
    assert.match(told, /body/);
    assert.match(told, /colour/);
  });
});

describe('the language server', () => {
  it('starts again on command', async () => {
    const { document } = await open(draft);
    await until('set of all findings', () => same(rulesIn(document), faults));
    await commands.executeCommand('resolute.restartServer');
    assert.equal(extension().exports.isRunning(), true);
    const at = placeOf(document, '7.9');
    await until('hover', async () => (await hoverText(document, at)).includes('Cooperation with Other Bodies'));
    await until('set of all findings', () => same(rulesIn(document), faults));
  });
});
