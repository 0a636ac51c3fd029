import assert from 'node:assert/strict';
import { toldOf } from '../../client/src/update-words';
import type { UpdateResult } from '../../server/src/protocol/custom';

type Source = UpdateResult['sources'][number];

const source = (name: string, state: Source['state'], more: Partial<Source> = {}): Source => ({
  url: `https://example.org/${name}.json`,
  state,
  body: name,
  instruments: 14,
  message: null,
  ...more,
});
const failed = source('buoys', 'failed', { body: null, message: 'the answer is larger than 64 MB' });
const kept = source('lamps', 'failed', { message: 'there is no server of this name, or this machine is offline' });
const told = (sources: readonly Source[], cancelled = false) => toldOf({ refused: null, sources }, cancelled);

describe('what is told of an update of the registry', () => {
  it('is which packs are new, updated or as they were', () => {
    const lamp = source('lamps', 'updated', { instruments: 1 });
    assert.deepEqual(told([source('lakes', 'new'), lamp, source('buoys', 'unchanged')]), {
      text: 'Registry: lakes new (14 instruments), lamps updated (1 instrument), 1 not changed.',
      isFailure: false,
    });
    assert.equal(told([source('lakes', 'unchanged')]).text, 'Registry: the pack has not changed.');
    assert.equal(
      told([source('lakes', 'unchanged'), source('lamps', 'unchanged')]).text,
      'Registry: 2 packs have not changed.',
    );
  });

  it('is why one failed, and what is kept', () => {
    assert.deepEqual(told([failed, kept, source('lakes', 'new')]), {
      text: [
        'Registry: lakes new (14 instruments).',
        'https://example.org/buoys.json failed: the answer is larger than 64 MB. No pack is kept.',
        'https://example.org/lamps.json failed: there is no server of this name, or this machine is offline. The pack there before is kept.',
      ].join(' '),
      isFailure: true,
    });
  });

  it('is what was done before it was cancelled', () => {
    assert.deepEqual(told([source('lakes', 'new'), kept], true), {
      text: 'The update was cancelled; packs there before are kept. Registry: lakes new (14 instruments).',
      isFailure: false,
    });
    assert.equal(told([source('lakes', 'new')], true).text, 'Registry: lakes new (14 instruments).');
  });

  it('is why nothing was fetched, and where to set an address', () => {
    const none = toldOf({ refused: 'no-sources' }, false);
    assert.deepEqual([none.isFailure, none.offer], [false, 'Open Setting']);
    assert.match(none.text, /"resolute\.registry\.sources"/);
    assert.match(toldOf({ refused: 'untrusted' }, false).text, /Restricted Mode/);
    assert.match(toldOf({ refused: 'unable' }, false).text, /in the browser/);
    assert.equal(toldOf(null, false).offer, 'Show Log');
  });
});
