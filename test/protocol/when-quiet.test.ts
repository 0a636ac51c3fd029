import assert from 'node:assert/strict';
import { whenQuiet } from '../../server/src/protocol/diagnostics';

/** Turns of an event loop that a test moves on by hand. */
function turns() {
  let waiting: (() => void)[] = [];
  return {
    soon: (callback: () => void) => void waiting.push(callback),
    next: () => {
      const now = waiting;
      waiting = [];
      for (const callback of now) callback();
    },
  };
}

describe('work when quiet', () => {
  it('is done once for calls that come turn after turn, after the last', () => {
    const { soon, next } = turns();
    const done: string[] = [];
    const call = whenQuiet(soon, (key) => done.push(key));
    for (let i = 0; i < 5; i++) {
      call('a');
      call('a');
      next();
    }
    assert.deepEqual(done, []);
    next();
    assert.deepEqual(done, ['a']);
    next();
    assert.deepEqual(done, ['a']);
  });

  it('is done for each key by itself, and again when called again', () => {
    const { soon, next } = turns();
    const done: string[] = [];
    const call = whenQuiet(soon, (key) => done.push(key));
    call('a');
    next();
    call('b');
    next();
    assert.deepEqual(done, ['a']);
    next();
    call('a');
    next();
    next();
    assert.deepEqual(done, ['a', 'b', 'a']);
  });
});
