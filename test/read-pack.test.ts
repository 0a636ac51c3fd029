import assert from 'node:assert/strict';
import { readPack } from '../server/src/registry/read-pack';
import { lampsPack } from './cli/run';

/** What is said of `text`, and the place it is said of. */
function fault(text: string): [place: string, message: string] | undefined {
  const { pack, problems } = readPack(text);
  assert.equal(problems.length, pack ? 0 : 1);
  const [problem] = problems;
  return problem && [text.slice(problem.range.start, problem.range.end), problem.message];
}

const changed = (change: object): string => JSON.stringify({ ...lampsPack, ...change }, null, 1);
const [form] = lampsPack.citations;
const [instrument] = lampsPack.instruments;

describe('reading a registry pack', () => {
  it('gives the pack', () => {
    assert.deepEqual(readPack(JSON.stringify(lampsPack)), { pack: lampsPack, problems: [] });
    assert.deepEqual(readPack(`\uFEFF${JSON.stringify(lampsPack)}`).pack, lampsPack);
  });

  it('names the place and the fault', () => {
    const cases: readonly (readonly [text: string, place: string, message: string])[] = [
      [changed({ version: 2 }), '2', 'version: 2 cannot stand here, only 1.'],
      [changed({ colour: 'red' }), '"colour"', 'colour: a pack has no such key here.'],
      [changed({ body: undefined }), '{', 'The pack: the key "body" is missing.'],
      [
        changed({ body: { ...lampsPack.body, id: 'Harbour Lamps' } }),
        '"Harbour Lamps"',
        'body.id: "Harbour Lamps" is not written as it must be.',
      ],
      [changed({ citations: {} }), '{', 'citations: an object cannot stand here, only a list in square brackets.'],
      [
        changed({ citations: [{ ...form, alone: undefined }] }),
        '{',
        'citations[0]: one of the keys "after", "alone" is missing.',
      ],
      [
        changed({ instruments: [instrument, { ...instrument, status: 'gone' }] }),
        '"gone"',
        'instruments[1].status: "gone" cannot stand here, only "in-force", "repealed", "expired".',
      ],
      [
        changed({ instruments: [{ ...instrument, status: undefined }] }),
        '{',
        'instruments[0]: the key "status" is missing.',
      ],
      [
        changed({ meetings: [{ ...lampsPack.meetings[0], ordinal: 1.5 }] }),
        '1.5',
        'meetings[0].ordinal: 1.5 cannot stand here, only a whole number.',
      ],
      [
        changed({ sources: { 'The report': { note: 'x' } } }),
        '{',
        'sources.The report: the key is not written as it must be.',
      ],
      ['[]', '[', 'The pack: a list cannot stand here, only an object in braces.'],
      ['null', 'null', 'The pack: null cannot stand here, only an object in braces.'],
    ];
    for (const [text, place, message] of cases) assert.deepEqual(fault(text), [place, message]);
  });

  it('names the place where a text is no JSON', () => {
    const cases: readonly (readonly [text: string, place: string, reason: string])[] = [
      ['{"version": 1,}', '}', 'a key in double quotes is expected here'],
      ['{"version" 1}', '1', 'a colon is missing here'],
      ['{"version": 1 "body": {}}', '"body"', 'a comma is missing here'],
      ['{"version": ', '', 'a value is expected here'],
      ['{"version": "1', '"1', 'this text has no closing quote'],
      ['{"version": 1', '', 'a closing brace is missing here'],
      ['// lamps\n{}', '// lamps', 'it has no comments'],
      ['', '', 'a value is expected here'],
    ];
    for (const [text, place, reason] of cases)
      assert.deepEqual(fault(text), [place, `This is not valid JSON: ${reason}.`], text);
  });

  it('reaches no prototype', () => {
    const text = `{"__proto__": {"polluted": true}, ${JSON.stringify(lampsPack).slice(1)}`;
    assert.deepEqual(fault(text), ['"__proto__"', '__proto__: a pack has no such key here.']);
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  });

  it('bears lists nested deeper than the stack', () => {
    for (const text of ['['.repeat(200_000), `${'['.repeat(200_000)}${']'.repeat(200_000)}`]) assert.ok(fault(text));
  });
});
