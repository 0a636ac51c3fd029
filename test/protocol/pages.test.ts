import assert from 'node:assert/strict';
import { type DocumentLink, DocumentLinkRequest, type Location, type LocationLink } from 'vscode-languageserver';
import { DefinitionRequest, TextDocumentContentRequest } from 'vscode-languageserver/node';
import { definition } from '../../server/src/protocol/definition';
import { documentLinks } from '../../server/src/protocol/links';
import { pageAt, pageUri } from '../../server/src/protocol/pages';
import { everyFeature, noFeature } from '../support/features';
import { harbours, harboursService } from '../support/harbours';
import { ableClient, LanguageClient, plainClient } from '../support/language-client';
import { readingOf } from '../support/reading';

const text = `# Draft Resolution on the lanterns of harbours

*The Conference of the Parties to the
Convention on the Conservation of Migratory Species of Wild Animals*

1. *Recalls* Resolution 11.10 (Rev.COP13) and resolutions HL-1/1, HL-1/2 and HL-1/3.
`;

describe('pages about instruments', () => {
  const cases: [instrument: string, uri: string][] = [
    ['MC-4/9', 'resolute-registry:/MC-4/9.md'],
    ['CMS/RES/11.10', 'resolute-registry:/CMS/RES/11.10.md'],
    ['A/RES/2625(XXV)', 'resolute-registry:/A/RES/2625%28XXV%29.md'],
  ];
  for (const [instrument, uri] of cases) {
    it(`have an address that leads back: ${instrument}`, () => {
      assert.equal(pageUri({ instrument, folder: undefined }), uri);
      assert.deepEqual(pageAt(uri), { instrument, folder: undefined });
      assert.deepEqual(pageAt(uri.replaceAll('/', '%2F').replace(':%2F', ':/')), { instrument, folder: undefined });
      const folder = 'file:///drafts/a%20b';
      assert.deepEqual(pageAt(pageUri({ instrument, folder })), { instrument, folder });
    });
  }

  it('are nowhere else', () => {
    for (const uri of ['file:///MC-4/9.md', 'resolute-registry:/MC-4/9', 'resolute-registry:/', 'nonsense']) {
      assert.equal(pageAt(uri), undefined, uri);
    }
  });
});

describe('definitions', () => {
  const homeOf = (instrument: string) => `home:${instrument}`;
  const at = (words: string, features = everyFeature) => {
    const reading = readingOf(text, undefined, harboursService());
    return definition(reading, reading.document.positionAt(text.indexOf(words)), homeOf, features);
  };

  it('of a citation are the home of its instrument, from the number and the revision alike', () => {
    const [link, ...others] = at('HL-1/1') as LocationLink[];
    assert.deepEqual(others, []);
    assert.equal(link?.targetUri, 'home:HL-1/1');
    assert.equal(link?.originSelectionRange?.start.character, text.split('\n')[5]?.indexOf('HL-1/1'));
  });

  it('are plain locations for a client that knows no links', () => {
    const [location] = at('HL-1/2', noFeature) as Location[];
    assert.equal(location?.uri, 'home:HL-1/2');
  });

  it('are none between citations', () => assert.deepEqual(at('Recalls'), []));
});

describe('links to official pages', () => {
  const links = (features = everyFeature): DocumentLink[] =>
    documentLinks(readingOf(text, undefined, harboursService()), features);

  it('stand on the citations of instruments that have one, web pages only', () => {
    assert.deepEqual(
      links().map(({ range, target }) => [
        text.split('\n')[5]?.slice(range.start.character, range.end.character),
        target,
      ]),
      [['HL-1/1', 'https://harbours.example/1-1']],
    );
    assert.ok(harbours.instruments?.some(({ url }) => url?.startsWith('javascript:')));
  });

  it('say where they lead and by whose word', () => {
    assert.equal(links()[0]?.tooltip, 'resolution HL-1/1 at harbours.example (Minutes of the first meeting)');
    assert.equal(links(noFeature)[0]?.tooltip, undefined);
  });
});

describe('pages over stdio', function () {
  this.timeout(20_000);
  const uri = 'file:///drafts/harbours.decision.md';
  let client: LanguageClient;
  afterEach(() => client?.dispose());
  const follow = async (words: string) => {
    await client.open(uri, text);
    const { start } = client.placeOf(uri, words);
    const params = { textDocument: { uri }, position: start };
    return (await client.connection.sendRequest(DefinitionRequest.type, params)) as (Location & LocationLink)[];
  };

  it('are what a citation leads to, by the protocol’s own request', async () => {
    client = await LanguageClient.start({ capabilities: ableClient });
    assert.deepEqual(client.initialized.capabilities.workspace?.textDocumentContent, {
      schemes: ['resolute-registry'],
    });
    const [link] = await follow('11.10');
    assert.equal(link?.targetUri, 'resolute-registry:/CMS/RES/11.10.md');
    const page = await client.connection.sendRequest(TextDocumentContentRequest.type, { uri: link.targetUri });
    assert.match(page.text, /^# Resolution 11\\?\.10\n/);
    const none = await client.connection.sendRequest(TextDocumentContentRequest.type, {
      uri: 'resolute-registry:/none.md',
    });
    assert.match(none.text, /does not know/);
  });

  it('are what a citation leads to, by our own request for other clients', async () => {
    client = await LanguageClient.start({ capabilities: plainClient });
    assert.equal(client.initialized.capabilities.workspace?.textDocumentContent, undefined);
    const [location] = await follow('11.10');
    assert.equal(location?.uri, 'resolute-registry:/CMS/RES/11.10.md');
    const { text: page } = await client.connection.sendRequest<{ text: string }>('resolute/page', {
      uri: location.uri,
    });
    assert.match(page, /^# Resolution 11/);
    assert.equal(await client.connection.sendRequest('resolute/page', { uri: 'resolute-registry:/none.md' }), null);
  });

  it('link to the official page', async () => {
    client = await LanguageClient.start({ capabilities: ableClient });
    await client.open(uri, text.replace('Resolution 11.10 (Rev.COP13)', 'Resolution 3.1'));
    const links = await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
    assert.deepEqual(
      links?.map(({ range }) => range),
      [client.placeOf(uri, '3.1')],
    );
    assert.match(links?.[0]?.target ?? '', /^https:\/\//);
  });
});
