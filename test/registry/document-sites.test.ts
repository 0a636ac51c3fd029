import assert from 'node:assert/strict';
import { checkPacks } from '../../server/src/registry/check-pack';
import { isOnDocumentSite } from '../../server/src/registry/document-sites';
import type { Source } from '../../server/src/registry/pack';
import { packs } from '../support/packs';
import { lamps, resolution } from './world';

const faults = (source: Source) => {
  const [found = []] = checkPacks([lamps([resolution('3.1', { sources: ['s'] })], { sources: { s: source } })], []);
  return found.map(({ weight, path, message }) => [weight, path.join('.'), message]);
};

describe('A copy on a document site', () => {
  for (const url of [
    'https://docplayer.net/1-a.html',
    'http://www.scribd.com/document/1',
    'https://SlidePlayer.com./slide/1',
    'https://issuu.com',
    'https://studylib.net:443/doc/1',
  ])
    it(`is known by ${url}`, () => assert.ok(isOnDocumentSite(url)));

  for (const url of [
    'https://www.cms.int/en/document/1?from=scribd.com',
    'https://notscribd.com/1',
    'https://scribd.com.example.org/1',
    'https://example.org/scribd.com',
    'scribd.com',
    '',
  ])
    it(`is not seen in ${JSON.stringify(url)}`, () => assert.ok(!isOnDocumentSite(url)));

  it('that a pack does not mark is a fault of the pack', () => {
    const url = 'https://docplayer.net/1-a.html';
    assert.deepEqual(faults({ url }), [
      ['fault', 'sources.s', 'this is a copy on a document site: add "copy": true, or name the publication itself'],
    ]);
    assert.deepEqual(faults({ url, copy: true }), []);
    assert.deepEqual(faults({ url: 'https://example.org/report' }), []);
  });

  it('is marked in every pack that comes with Resolute', () => {
    const sources = packs.flatMap(({ pack }) => Object.values(pack.sources ?? {}));
    assert.ok(sources.some(({ copy }) => copy));
    for (const { url, copy } of sources) if (url && isOnDocumentSite(url)) assert.ok(copy, url);
  });
});
