import assert from 'node:assert/strict';
import { CancellationToken, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientFeatures } from '../../server/src/protocol/client-features';
import { codeActions } from '../../server/src/protocol/code-actions';
import type { Place } from '../../server/src/protocol/convert';
import { createOpenDrafts, type Reading } from '../../server/src/protocol/open-drafts';
import { resolveAction } from '../../server/src/protocol/resolve-action';
import type { Finding } from '../../server/src/rules/rule';
import type { Analysis, OfferedFix, Service } from '../../server/src/service/api';
import { splitLines } from '../../server/src/text/lines';
import { everyFeature, noFeature } from '../support/features';

const uri = 'file:///a.decision.md';

/** A service that knows one finding, the letter X, mends it in two ways, safely and across all lines, and silences it in one. */
function letterService(): Service {
  const finding = (at: number): Finding => ({
    rule: 'letter',
    severity: 'warning',
    range: { start: at, end: at + 1 },
    message: 'X',
    fixable: true,
  });
  const fix = (found: Finding, newText: string, preferred: boolean): OfferedFix => ({
    finding: found,
    title: `Write ${newText}`,
    edits: [{ range: found.range, newText }, ...(preferred ? [] : [{ range: { start: 4, end: 4 }, newText }])],
    preferred,
    safe: preferred,
  });
  const nothing = () => {
    throw new Error('not asked for here');
  };
  return {
    analyse: (text) => {
      const findings = [...text.matchAll(/X/g)].map((match) => finding(match.index));
      const lines = splitLines(text);
      return { text, lines, draft: { text, lines }, findings } as unknown as Analysis;
    },
    fixes: ({ findings }, { start, end }) =>
      findings
        .filter(({ range }) => range.start <= end && start <= range.end)
        .flatMap((found) => [fix(found, 'y', true), fix(found, 'z', false)]),
    fixAll: (text, _options, rule) => text.replaceAll('X', rule ?? 'y'),
    silences: ({ findings }, { start, end }) =>
      findings
        .filter(({ range }) => range.start <= end && start <= range.end)
        .map((found) => ({ finding: found, title: 'Silence X', edits: [{ range: found.range, newText: 'X!' }] })),
    hover: nothing,
    mend: nothing,
    facts: nothing,
    status: nothing,
    lookup: nothing,
    complete: nothing,
    page: nothing,
    citedAt: nothing,
    adopted: nothing,
    summary: nothing,
    summaryOf: nothing,
    withAdopted: nothing,
    addAdopted: nothing,
    links: nothing,
    cited: nothing,
    find: nothing,
    tokens: nothing,
  };
}

async function read(text: string): Promise<Reading> {
  const document = TextDocument.create(uri, 'decision', 3, text);
  const configuration = { service: letterService(), settings: { rules: {} } };
  const drafts = createOpenDrafts({ get: () => document }, async () => configuration);
  return (await drafts.unchanged(uri, CancellationToken.None)) as Reading;
}

const placeOf =
  (features: ClientFeatures) =>
  ({ analysis }: Reading): Place => ({
    uri,
    lines: analysis.draft.lines,
    features,
    rulePages: undefined,
    opensPages: features.showsDocuments,
  });

async function ask(features: ClientFeatures, context: Partial<CodeActionParams['context']>, character = 1) {
  const reading = await read('aXb\ncX');
  const at = { line: 0, character };
  const params = { textDocument: { uri }, range: { start: at, end: at }, context: { diagnostics: [], ...context } };
  return { reading, actions: codeActions(reading, params, placeOf(features)(reading)) };
}

const titles = (actions: CodeAction[]) => actions.map(({ title }) => title);

describe('code actions', () => {
  it('are the mends of the findings asked for, linked to them, the obvious one preferred', async () => {
    const { actions } = await ask(noFeature, { only: ['quickfix'] });
    assert.deepEqual(titles(actions), ['Write y', 'Write z', 'Fix all “letter” in this draft', 'Silence X']);
    assert.deepEqual(
      actions.map(({ isPreferred }) => isPreferred),
      [true, undefined, undefined, undefined],
    );
    assert.equal(actions[0]?.diagnostics?.[0]?.code, 'letter');
    const range = { start: { line: 0, character: 1 }, end: { line: 0, character: 2 } };
    assert.deepEqual(actions[0]?.edit, { changes: { [uri]: [{ range, newText: 'y' }] } });
  });

  it('are none where nothing was found', async () => {
    const reading = await read('abc');
    const at = { line: 0, character: 1 };
    const params = { textDocument: { uri }, range: { start: at, end: at }, context: { diagnostics: [] } };
    assert.deepEqual(codeActions(reading, params, placeOf(everyFeature)(reading)), []);
  });

  const fixAll = 'Fix all that is safe to fix';
  const quick = ['Write y', 'Write z', 'Fix all “letter” in this draft', 'Silence X', 'Open the page of “letter”'];
  const filters: [only: string[] | undefined, triggerKind: 1 | 2 | undefined, titles: string[]][] = [
    [undefined, undefined, [...quick, fixAll]],
    [undefined, 1, [...quick, fixAll]],
    [undefined, 2, quick],
    [['quickfix'], 1, quick],
    [['source'], 2, [fixAll]],
    [['source.fixAll'], 2, [fixAll]],
    [['source.fixAll.resolute'], 1, [fixAll]],
    [['source.fixAll.other'], 1, []],
    [['source.organizeImports'], 1, []],
    [['refactor'], 1, []],
    [[''], 1, [...quick, fixAll]],
  ];
  for (const [only, triggerKind, expected] of filters) {
    it(`asked for ${only ? JSON.stringify(only) : 'without kinds'}, trigger ${triggerKind}, are ${expected.length}`, async () => {
      const context = { ...(only && { only }), ...(triggerKind && { triggerKind }) };
      assert.deepEqual(titles((await ask(everyFeature, context)).actions), expected);
    });
  }

  it('mend all in small edits bound to the version', async () => {
    const { actions } = await ask({ ...everyFeature, resolvesEdits: false }, { only: ['source.fixAll'] });
    const edit = (line: number) => ({
      range: { start: { line, character: 1 }, end: { line, character: 2 } },
      newText: 'y',
    });
    assert.deepEqual(actions[0]?.edit, {
      documentChanges: [{ textDocument: { uri, version: 3 }, edits: [edit(0), edit(1)] }],
    });
  });

  it('mend all of one rule', async () => {
    const { actions } = await ask(noFeature, { only: ['quickfix'] });
    const edits = actions[2]?.edit?.changes?.[uri]?.map(({ newText }) => newText);
    assert.deepEqual(edits, ['letter', 'letter']);
    assert.equal(actions[2]?.diagnostics?.[0]?.code, 'letter');
  });

  it('are asked about before, where they are not safe and change other lines than that of the finding', async () => {
    const { actions } = await ask({ ...everyFeature, resolvesEdits: false }, { only: ['quickfix'] });
    const [safe, unsafe, , silence] = actions.map(({ edit }) => edit);
    assert.deepEqual(unsafe?.changeAnnotations, { ask: { label: 'Write z', needsConfirmation: true } });
    const [change] = unsafe?.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    assert.deepEqual(
      change.edits.map((edit) => ('annotationId' in edit ? edit.annotationId : undefined)),
      ['ask', 'ask'],
    );
    assert.deepEqual([safe?.changeAnnotations, silence?.changeAnnotations], [undefined, undefined]);
    const plain = await ask({ ...everyFeature, resolvesEdits: false, confirmsEdits: false }, { only: ['quickfix'] });
    assert.equal(plain.actions[1]?.edit?.changeAnnotations, undefined);
  });

  it('open the page of the rule by a command', async () => {
    const { actions } = await ask(everyFeature, { only: ['quickfix'] });
    const { command, data, edit } = actions.at(-1) ?? {};
    assert.deepEqual([command?.command, command?.arguments], ['resolute.openRulePage', ['letter']]);
    assert.deepEqual([data, edit], [undefined, undefined]);
  });

  it('without data, or with that of another server, are resolved to themselves', () => {
    for (const data of [undefined, null, {}, { uri }, 'x']) {
      const action = { title: 'Other', ...(data !== undefined && { data }) };
      assert.equal(resolveAction(action, undefined, placeOf(everyFeature)), action);
    }
  });

  it('come without edits where the client resolves them, and resolve to the edits they would have had', async () => {
    const eager = await ask({ ...everyFeature, resolvesEdits: false }, {});
    const { actions, reading } = await ask(everyFeature, {});
    assert.deepEqual(
      actions.map(({ edit }) => edit),
      actions.map(() => undefined),
    );
    const resolved = actions.map((action) => resolveAction(action, reading, placeOf(everyFeature)));
    assert.deepEqual(
      resolved.map(({ edit }) => edit),
      eager.actions.map(({ edit }) => edit),
    );
  });

  it('are not resolved for another version or a closed document', async () => {
    const { actions, reading } = await ask(everyFeature, {});
    const action = actions[0] as CodeAction;
    const modified = { code: -32801 };
    assert.throws(() => resolveAction(action, undefined, placeOf(everyFeature)), modified);
    assert.throws(() => resolveAction(action, { ...reading, version: 4 }, placeOf(everyFeature)), modified);
  });
});
