import assert from 'node:assert/strict';
import { type RemoteConsole, ResponseError } from 'vscode-languageserver';
import { createGuard } from '../../server/src/protocol/guard';
import { createLog } from '../../server/src/protocol/log';

function setUp() {
  const lines: string[] = [];
  const say = (message: string) => void lines.push(message);
  const log = createLog({ error: say, warn: say } as unknown as RemoteConsole);
  return { guard: createGuard(log), lines, log };
}

describe('a guarded handler', () => {
  it('answers as its handler does', async () => {
    const double = setUp().guard.answer('doubling', 0, async (value: number) => 2 * value);
    assert.equal(await double(4), 8);
  });

  it('answers with nothing when its handler fails, and says so once, without the words of the failure', async () => {
    const { guard, lines } = setUp();
    const fail = guard.answer('hovering', null, async () => {
      throw new RangeError('the draft says "confidential"');
    });
    assert.equal(await fail(), null);
    assert.equal(await fail(), null);
    assert.equal(lines.length, 1);
    assert.match(lines[0] as string, /^hovering failed: RangeError\n\s+at .*guard\.test/);
    assert.doesNotMatch(lines[0] as string, /confidential/);
  });

  it('lets the errors of the protocol through', async () => {
    const modified = new ResponseError(-32801, 'changed');
    const refuse = setUp().guard.answer('hovering', null, () => Promise.reject(modified));
    await assert.rejects(refuse(), modified);
  });

  it('is refused once the server was told to shut down', async () => {
    const { guard } = setUp();
    const answer = guard.answer('doubling', 0, async () => 1);
    guard.close();
    await assert.rejects(answer(), { code: -32600 });
  });
});

describe('the log', () => {
  it('says each line once, and ends when ever new lines come', () => {
    const { lines, log } = setUp();
    for (let i = 0; i < 3000; i++) log.warn(`line ${i % 2000}`);
    assert.equal(lines.length, 1000);
    assert.equal(new Set(lines).size, 1000);
  });

  it('names what was thrown when that is no error', () => {
    const { lines, log } = setUp();
    log.failed('reading', 'the draft itself');
    assert.deepEqual(lines, ['reading failed: a thrown string']);
  });
});
