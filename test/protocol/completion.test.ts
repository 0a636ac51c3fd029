import assert from 'node:assert/strict';
import type { CompletionItem, MarkupContent } from 'vscode-languageserver';
import { completions } from '../../server/src/protocol/completion';
import { everyFeature, noFeature } from '../support/features';
import { ableClient, LanguageClient, plainClient } from '../support/language-client';
import { readingOf } from '../support/reading';

const head = `# Draft Resolution on the lanterns of harbours

*The Conference of the Parties to the
Convention on the Conservation of Migratory Species of Wild Animals*

1. *Recalls* `;

/** The items offered at the end of a line that begins with `typed`. */
function offered(typed: string, { features = everyFeature, trigger = 1 as 1 | 2 | 3 } = {}): CompletionItem[] {
  const reading = readingOf(`${head}${typed}`);
  const position = reading.document.positionAt(head.length + typed.length);
  return completions(reading, { position, context: { triggerKind: trigger } }, features).items;
}

const sorted = (items: CompletionItem[]) =>
  items.map(({ sortText }) => sortText as string).every((text, i, all) => i === 0 || (all[i - 1] as string) < text);

describe('completions', () => {
  it('of a number put the number and what its body writes behind it in place of what was typed', () => {
    const item = offered('Resolution 11.1').find(({ label }) => label.startsWith('Resolution 11.10'));
    assert.match(item?.label ?? '', /^Resolution 11\.10 \(Rev\.COP\d+\)$/);
    const edit = item?.textEdit as { range: unknown; newText: string };
    assert.match(edit.newText, /^11\.10 \(Rev\.COP\d+\)/);
    const line = 5;
    const start = '1. *Recalls* Resolution '.length;
    assert.deepEqual(edit.range, { start: { line, character: start }, end: { line, character: start + 4 } });
  });

  it('are found by words of the title, which both filter and detail show', () => {
    const items = offered('Resolution synergies');
    const item = items.find(({ label }) => label.startsWith('Resolution 11.10'));
    assert.match(item?.detail ?? '', /synergies/i);
    for (const { detail, filterText } of items) {
      assert.ok(filterText?.startsWith('synergies '), filterText);
      assert.ok(filterText?.includes(detail as string));
    }
  });

  it('come with the valid ones first and the repealed ones struck through, last of their body', () => {
    const items = offered('Resolution 7.');
    assert.ok(sorted(items));
    const ranks = items.map(({ tags }) => (tags?.includes(1) ? 1 : 0));
    assert.ok(ranks.includes(1) && ranks.includes(0));
    const own = items.filter(({ sortText }) => (sortText as string) < '10');
    const firstRepealed = own.findIndex(({ tags }) => tags !== undefined);
    assert.ok(own.slice(firstRepealed).every(({ tags }) => tags !== undefined));
    assert.ok(items.every(({ deprecated }) => deprecated === undefined));
  });

  it('are struck through in the older way for a client that knows no tags', () => {
    const items = offered('Resolution 7.', { features: noFeature });
    assert.ok(items.some(({ deprecated }) => deprecated === true));
    assert.ok(items.every(({ tags }) => tags === undefined));
  });

  it('do not come by themselves where a sentence ends or words are hyphened', () => {
    for (const typed of ['Resolution 7.', 'Resolution synergies']) assert.notEqual(offered(typed).length, 0, typed);
    assert.notEqual(offered('Resolution 7.', { trigger: 2 }).length, 0);
    assert.equal(offered('the resolution of synergies.', { trigger: 2 }).length, 0);
    assert.equal(offered('the resolution synergies-', { trigger: 2 }).length, 0);
  });

  it('are none where no noun stands', () => {
    assert.deepEqual(offered('with concern 7.'), []);
  });
});

describe('completions over stdio', function () {
  this.timeout(20_000);
  const uri = 'file:///drafts/harbours.decision.md';
  let client: LanguageClient;
  afterEach(() => client?.dispose());

  for (const [name, capabilities, kind] of [
    ['in Markdown', ableClient, 'markdown'],
    ['in plain words', plainClient, 'plaintext'],
  ] as const) {
    it(`are described when asked for, ${name}`, async () => {
      client = await LanguageClient.start({ capabilities });
      assert.deepEqual(client.initialized.capabilities.completionProvider, {
        triggerCharacters: ['/', '.', '-'],
        resolveProvider: true,
      });
      await client.open(uri, `${head}Resolution 7.9`);
      const items = await client.complete(uri, client.placeOf(uri, '7.9').end);
      const item = items.find(({ label }) => label === 'Resolution 7.9') as CompletionItem;
      assert.equal(item.documentation, undefined);
      const found = (await client.resolveItem(item)).documentation as MarkupContent;
      assert.equal(found.kind, kind);
      assert.match(found.value, /Repealed/);
    });
  }

  it('are none in a document that is not open', async () => {
    client = await LanguageClient.start({ capabilities: ableClient });
    assert.deepEqual(await client.complete(uri, { line: 0, character: 0 }), []);
  });
});
