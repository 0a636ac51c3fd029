import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type ClientCapabilities,
  type SemanticTokens,
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRefreshRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Reading } from '../../server/src/protocol/open-drafts';
import { createTokensKept, legend } from '../../server/src/protocol/semantic-tokens';
import { optionsOf, service } from '../support/findings';
import { fixtures } from '../support/fixtures';
import { ableClient, LanguageClient } from '../support/language-client';

const options = optionsOf({});

/** Successive readings of one document, as the server makes them. */
class Draft {
  readonly document: TextDocument;
  private analysis;

  constructor(text: string) {
    this.document = TextDocument.create('file:///a.decision.md', 'decision', 1, text);
    this.analysis = service.analyse(text, options);
  }

  get reading(): Reading {
    return { document: this.document, version: this.document.version, analysis: this.analysis, service } as Reading;
  }

  change(at: number, deleted: number, text: string): void {
    const { document } = this;
    const range = { start: document.positionAt(at), end: document.positionAt(at + deleted) };
    TextDocument.update(document, [{ range, text }], document.version + 1);
    this.analysis = service.analyse(document.getText(), options, this.analysis);
  }
}

/** The numbers of an answer, made of those before where it tells only what changed. */
function applied(before: readonly number[], answer: SemanticTokens | SemanticTokensDelta): number[] {
  if ('data' in answer) return answer.data;
  const numbers = [...before];
  let behind = Number.POSITIVE_INFINITY;
  for (const { data = [], deleteCount, start } of [...answer.edits].reverse()) {
    assert.ok(start + deleteCount <= behind, 'the edits overlap');
    numbers.splice(start, deleteCount, ...data);
    behind = start;
  }
  return numbers;
}

/** Each token as line, character, length, type, modifiers, all from the beginning of the text. */
function absolute(numbers: readonly number[]): number[][] {
  const tokens: number[][] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < numbers.length; i += 5) {
    const [down, right, ...rest] = numbers.slice(i, i + 5) as [number, number, number, number, number];
    character = down > 0 ? right : character + right;
    line += down;
    tokens.push([line, character, ...rest]);
  }
  return tokens;
}

const anew = (reading: Reading): number[] => createTokensKept().whole(reading).data;

describe('semantic tokens', () => {
  it('are told as what changed, which makes them what they are as a whole', function () {
    this.timeout(60_000);
    const texts = fixtures.map(({ text }) => text).filter((text) => text.length < 6000);
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      deleted: fc.nat(40),
      typed: fc.constantFrom(
        '',
        'a',
        '\n',
        '\n\n',
        '\r\n',
        '[',
        '*',
        '7',
        '1. ',
        'Requests ',
        'Resolution 7.9',
        '# Bells\n',
      ),
      isAsked: fc.boolean(),
    });
    const property = fc.property(fc.constantFrom(...texts), fc.array(edit), (text, edits) => {
      const draft = new Draft(text);
      const kept = createTokensKept();
      let { data: numbers, resultId } = kept.whole(draft.reading);
      for (const { at, deleted, isAsked, typed } of edits) {
        const start = Math.floor(at * draft.document.getText().length);
        draft.change(start, deleted, typed);
        if (!isAsked) continue;
        const answer = kept.changes(draft.reading, resultId as string);
        numbers = applied(numbers, answer);
        resultId = answer.resultId;
        assert.deepEqual(numbers, anew(draft.reading));
      }
    });
    fc.assert(property, { numRuns: 60 });
  });

  it('of a stretch are those of the whole that touch it', () => {
    const [fixture] = fixtures.filter(({ name }) => name === 'references.decision.md');
    const draft = new Draft(fixture?.text as string);
    const all = absolute(anew(draft.reading));
    const { length } = draft.document.getText();
    for (let from = 0; from < length; from += 97) {
      const [start, end] = [draft.document.positionAt(from), draft.document.positionAt(from + 300)];
      const expected = all.filter(([line = 0, character = 0, size = 0]) => {
        const isBehind = line > end.line || (line === end.line && character >= end.character);
        return !isBehind && (line > start.line || (line === start.line && character + size > start.character));
      });
      assert.ok(expected.length > 0);
      assert.deepEqual(absolute(createTokensKept().within(draft.reading, { start, end }).data), expected);
    }
  });

  it('are told whole to a client that tells of another answer', () => {
    const draft = new Draft('# Decision MC-5/3: Bells\n\n1. *Requests* it.\n');
    const kept = createTokensKept();
    const { data } = kept.whole(draft.reading);
    assert.deepEqual((kept.changes(draft.reading, 'other') as SemanticTokens).data, data);
  });

  it('take one small edit for a letter in a long draft', () => {
    const paragraph = '\n3. *Requests* Parties to act under Resolution CMS 7.9;\n';
    const draft = new Draft(`# Decision MC-5/3: Bells\n${paragraph.repeat(2000)}`);
    const kept = createTokensKept();
    const { data, resultId } = kept.whole(draft.reading);
    const at = paragraph.length * 1000;
    draft.change(draft.document.getText().indexOf('Parties', at), 0, 'x');
    const { edits } = kept.changes(draft.reading, resultId as string) as SemanticTokensDelta;
    assert.ok(data.length > 30_000);
    assert.deepEqual(
      edits.map(({ deleteCount, data: fresh }) => [deleteCount, fresh?.length]),
      [[1, 1]],
    );
  });
});

describe('semantic tokens over a process', function () {
  this.timeout(20_000);
  const uri = 'file:///drafts/a.decision.md';
  const text =
    '# Decision MC-5/3: Bells\n\n1. *Requests* Parties to act under Resolution CMS 7.9;\n\n2. *Decides* so.\n';
  const tokens = { formats: ['relative' as const], tokenModifiers: [], tokenTypes: [] };
  const withTokens = (requests: object, more: object = {}): ClientCapabilities => ({
    ...ableClient,
    workspace: { ...ableClient.workspace, semanticTokens: { refreshSupport: true } },
    textDocument: { ...ableClient.textDocument, semanticTokens: { ...tokens, requests, ...more } },
  });
  let client: LanguageClient | undefined;
  afterEach(() => client?.dispose());

  it('are offered as the client can ask for them, or not at all', async () => {
    client = await LanguageClient.start({ capabilities: ableClient });
    assert.equal(client.initialized.capabilities.semanticTokensProvider, undefined);
    client.dispose();
    client = await LanguageClient.start({ capabilities: withTokens({ full: true }) });
    assert.deepEqual(client.initialized.capabilities.semanticTokensProvider, { legend, full: { delta: false } });
    client.dispose();
    client = await LanguageClient.start({ capabilities: withTokens({ range: true, full: { delta: true } }) });
    const { semanticTokensProvider } = client.initialized.capabilities;
    assert.deepEqual(semanticTokensProvider, { legend, range: true, full: { delta: true } });
  });

  it('are told whole, in part and as changes, and asked for anew when settings change', async () => {
    client = await LanguageClient.start({ capabilities: withTokens({ range: true, full: { delta: true } }) });
    const { connection } = client;
    let refreshes = 0;
    connection.onRequest(SemanticTokensRefreshRequest.type, () => {
      refreshes++;
    });
    const textDocument = { uri };
    await client.open(uri, text);
    const whole = (await connection.sendRequest(SemanticTokensRequest.type, { textDocument })) as SemanticTokens;
    const range = client.placeOf(uri, 'Requests');
    const part = await connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range });
    const keyword = [2, 4, 8, legend.tokenTypes.indexOf('keyword')];
    assert.deepEqual(part?.data.slice(0, 4), keyword);
    assert.equal(part?.data.length, 5);

    await client.change(uri, [{ range: client.placeOf(uri, '2. '), text: '2. [*Agrees*] ' }]);
    const previousResultId = whole.resultId as string;
    const changed = (await connection.sendRequest(SemanticTokensDeltaRequest.type, {
      textDocument,
      previousResultId,
    })) as SemanticTokensDelta;
    assert.equal(changed.edits.length, 1);
    const now = (await connection.sendRequest(SemanticTokensRequest.type, { textDocument })) as SemanticTokens;
    assert.deepEqual(applied(whole.data, changed), now.data);

    const before = refreshes;
    await client.configure({ rules: { 'verb-italics': 'off' } });
    await client.pull(uri);
    assert.ok(refreshes > before);
  });
});
