import assert from 'node:assert/strict';
import { type PackProblem, readPack, readPackInTurns, tellProblem } from '../server/src/registry/read-pack';
import { createService } from '../server/src/service/service';
import { lampsPack } from './cli/run';

/** What is said of `text`, and the places it is said of. */
const told = (text: string): [place: string, message: string][] =>
  readPack(text).problems.map((problem) => [text.slice(problem.range.start, problem.range.end), tellProblem(problem)]);

const changed = (change: object): string => JSON.stringify({ ...lampsPack, ...change }, null, 1);
const [form] = lampsPack.citations;
const [instrument] = lampsPack.instruments;

describe('reading a registry pack', () => {
  it('gives the pack', () => {
    const { pack, problems } = readPack(JSON.stringify(lampsPack));
    assert.deepEqual([pack, problems], [lampsPack, []]);
    assert.deepEqual(readPack(`\uFEFF${JSON.stringify(lampsPack)}`).pack, lampsPack);
  });

  const whole = 'The pack is left out.';
  const unusable: readonly (readonly [text: string, place: string, message: string])[] = [
    [changed({ version: 2 }), '2', `$.version: 2 cannot stand here, only 1. ${whole}`],
    [changed({ body: undefined }), '{', `The pack: the key "body" is missing. ${whole}`],
    [changed({ body: [] }), '[', `$.body: a list cannot stand here, only an object in braces. ${whole}`],
    [
      changed({ body: { ...lampsPack.body, id: 'Harbour Lamps' } }),
      '"Harbour Lamps"',
      `$.body.id: "Harbour Lamps" is not written as it must be. ${whole}`,
    ],
    [changed({ body: { ...lampsPack.body, id: undefined } }), '{', `$.body: the key "id" is missing. ${whole}`],
    [
      changed({ body: { ...lampsPack.body, names: { en: [1] } } }),
      '1',
      `$.body.names.en[0]: 1 cannot stand here, only a text in double quotes. ${whole}`,
    ],
    ['[]', '[', `The pack: a list cannot stand here, only an object in braces. ${whole}`],
    ['null', 'null', `The pack: null cannot stand here, only an object in braces. ${whole}`],
  ];
  it('leaves a pack out that lacks what it cannot do without', () => {
    for (const [text, place, message] of unusable) {
      assert.deepEqual(told(text), [[place, message]]);
      assert.equal(readPack(text).pack, undefined);
    }
  });

  it('leaves out what is at fault alone, and names the place', () => {
    const { body } = lampsPack;
    const articles = [{ number: '1' }, { number: 'one' }];
    type Case = readonly [change: object, place: string, message: string, left: object];
    const cases: readonly Case[] = [
      [{ colour: 'red' }, '"colour"', '$.colour: a pack has no such key here. $.colour is left out.', {}],
      [
        { citations: {} },
        '{',
        '$.citations: an object cannot stand here, only a list in square brackets. $.citations is left out.',
        { citations: [] },
      ],
      [{ citations: undefined }, '{', 'The pack: the key "citations" is missing.', { citations: [] }],
      [
        { citations: [{ ...form, alone: undefined }, form] },
        '{',
        '$.citations[0]: one of the keys "after", "alone" is missing. $.citations[0] is left out.',
        { citations: [form] },
      ],
      [
        { instruments: [instrument, { ...instrument, status: 'gone' }] },
        '"gone"',
        '$.instruments[1].status: "gone" cannot stand here, only "in-force", "repealed", "expired". $.instruments[1] is left out.',
        { instruments: [instrument] },
      ],
      [
        { instruments: [{ ...instrument, status: undefined }] },
        '{',
        '$.instruments[0]: the key "status" is missing. $.instruments[0] is left out.',
        { instruments: [] },
      ],
      [
        { meetings: [{ ...lampsPack.meetings[0], ordinal: 1.5 }] },
        '1.5',
        '$.meetings[0].ordinal: 1.5 cannot stand here, only a whole number. $.meetings[0] is left out.',
        { meetings: [] },
      ],
      [
        { sources: { 'The report': { note: 'x' }, r: { note: 'y' } } },
        '"The report"',
        '$.sources["The report"]: the key is not written as it must be. $.sources["The report"] is left out.',
        { sources: { r: { note: 'y' } } },
      ],
      [
        { body: { ...body, articles, articlesComplete: true, articleSources: ['r'] } },
        '"one"',
        '$.body.articles[1].number: "one" is not written as it must be. $.body.articles[1] is left out.',
        { body: { ...body, articles: [{ number: '1' }], articleSources: ['r'] } },
      ],
      [
        { body: { ...body, articles: [{ number: '1' }], articlesComplete: true } },
        '{',
        '$.body: the key "articleSources" is missing. $.body.articles is left out.',
        { body },
      ],
      [
        { body: { ...body, names: { ...body.names, de: ['x'] } } },
        '"de"',
        '$.body.names.de: a pack has no such key here. $.body.names.de is left out.',
        { body },
      ],
      [
        { body: { ...body, houseStyle: 'baroque' } },
        '"baroque"',
        '$.body.houseStyle: "baroque" cannot stand here, only "unga", "un-mea", "cbd", "unfccc", "cms", "cites", "ramsar", "ozone", "generic". $.body.houseStyle is left out.',
        { body },
      ],
    ];
    for (const [change, place, message, left] of cases) {
      const text = changed(change);
      assert.deepEqual(told(text), [[place, message]]);
      assert.deepEqual(readPack(text).pack, { ...lampsPack, ...left }, message);
    }
  });

  it('tells every fault, fifty at most, and how many more there are', () => {
    const broken = Array.from({ length: 60 }, (_, i) => ({ ...instrument, id: `L/${i}`, status: 'gone', note: '' }));
    const { pack, problems } = readPack(changed({ colour: 'red', instruments: [...broken, instrument] }));
    assert.deepEqual(pack?.instruments, [instrument]);
    assert.deepEqual(
      problems.slice(0, 3).map(({ path }) => path),
      [['colour'], ['instruments', 0, 'status'], ['instruments', 0, 'note']],
    );
    assert.equal(problems.length, 51);
    assert.equal(tellProblem(problems[50] as PackProblem), 'The pack: it has 71 faults more.');
  });

  it('claims nothing to be complete of which a piece was left out', () => {
    const meetings = [{ ...lampsPack.meetings[0], complete: ['resolution'] }];
    const broken = { ...instrument, id: 'LAMPS/2/2', number: 'LAMPS-2/2', title: '' };
    const statusOf = (instruments: readonly object[]) => {
      const { pack } = readPack(changed({ meetings, instruments }));
      assert.ok(pack);
      const service = createService({ packs: [pack], log: assert.fail });
      const text = '# Draft Resolution on lamps\n\n*Recalling* resolution LAMPS-2/2,\n';
      return service.facts(service.analyse(text, { settings: { rules: {} }, forced: true })).citations[0]?.status;
    };
    assert.equal(statusOf(lampsPack.instruments), 'nonexistent');
    assert.equal(statusOf([...lampsPack.instruments, broken]), 'unknown');
  });

  it('leaves out a form with a pattern that the schema cannot check', () => {
    const open = 'LAMPS-{meeting}/{serial';
    const cases: readonly (readonly [change: object, message: string])[] = [
      [{ alone: [open] }, `$.citations[0].alone[0]: "${open}" has a brace that is not closed.`],
      [{ write: 'Lamps {{serial}' }, '$.citations[0].write: "Lamps {{serial}" has a brace that is not closed.'],
      [{ id: 'L/serial}' }, '$.citations[0].id: "L/serial}" has a closing brace without an opening one.'],
      [{ id: 'L/{}' }, '$.citations[0].id: no part of a number can be called "".'],
      [{ id: 'L/{__proto__}' }, '$.citations[0].id: no part of a number can be called "__proto__".'],
    ];
    for (const [change, message] of cases) {
      const text = changed({ citations: [{ ...form, ...change }, form] });
      assert.deepEqual(
        told(text).map(([, one]) => one),
        [`${message} $.citations[0] is left out.`],
      );
      assert.deepEqual(readPack(text).pack?.citations, [form]);
    }
    const revision = { read: ['(Rev. {meeting)'], write: '(Rev.)', id: 'R' };
    assert.deepEqual(
      told(changed({ revision })).map(([, one]) => one),
      ['$.revision.read[0]: "(Rev. {meeting)" has a brace that is not closed. $.revision is left out.'],
    );
    assert.deepEqual(readPack(changed({ revision })).pack, lampsPack);
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
      assert.deepEqual(told(text), [[place, `The pack: this is not valid JSON: ${reason}. ${whole}`]], text);
  });

  it('reaches no prototype, wherever a key tries to', () => {
    const proto = '"__proto__": {"polluted": true}';
    const into = (place: string) => JSON.stringify(lampsPack).replace(place, `${place}${proto}, `);
    const cases = [
      [into('{'), '$.__proto__'],
      [into('"body":{'), '$.body.__proto__'],
      [into('"names":{'), '$.body.names.__proto__'],
      [into('"citations":[{'), '$.citations[0].__proto__'],
      [into('"meetings":[{'), '$.meetings[0].__proto__'],
      [into('"instruments":[{'), '$.instruments[0].__proto__'],
      [into('"sources":{'), '$.sources.__proto__'],
      [into('"r":{'), '$.sources.r.__proto__'],
    ] as const;
    for (const [text, path] of cases) {
      const { pack } = readPack(text);
      assert.ok(
        told(text).every(([, message]) => message.startsWith(path)),
        told(text).join('\n'),
      );
      assert.ok(told(text).length > 0 && pack, path);
      assert.ok(!JSON.stringify(pack).includes('polluted'), path);
      assert.equal((pack as { polluted?: boolean }).polluted, undefined);
      createService({ packs: [pack], log: assert.fail });
    }
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  });

  it('bears lists nested deeper than the stack, and lists and objects of any length', () => {
    for (const text of ['['.repeat(200_000), `${'['.repeat(200_000)}${']'.repeat(200_000)}`])
      assert.equal(told(text).length, 1);
    const many = Array.from({ length: 200_000 }, (_, i) => `s${i}`);
    assert.deepEqual(
      told(changed({ instruments: [{ ...instrument, sources: many }] })).map(([, one]) => one),
      ['$.instruments[0].sources: a list of 200000 entries is too long, 1000 at most. $.instruments[0] is left out.'],
    );
    const keys = Object.fromEntries(many.map((key) => [key, 1]));
    for (const change of [keys, { instruments: [{ ...instrument, ...keys }] }, { meetings: [keys] }])
      assert.ok(told(changed(change)).length > 0);
  }).timeout(60_000);

  it('lets others have their turn while it reads a large pack', async () => {
    const numbered = (i: number) => ({ ...instrument, id: `LAMPS/${i}`, number: `LAMPS-${i}` });
    const instruments = Array.from({ length: 10_000 }, (_, i) => ({ ...numbered(i), ...(i === 7 && { note: '' }) }));
    const text = changed({ instruments });
    let turns = 0;
    const read = await readPackInTurns(text, async () => {
      turns++;
    });
    assert.equal(turns, 20);
    assert.deepEqual(read, readPack(text));
    assert.equal((await readPackInTurns(changed({}), assert.fail)).problems.length, 0);
  }).timeout(60_000);

  it('takes time linear in the pack, with faults and without', () => {
    const titled = (count: number, status: string) =>
      changed({
        instruments: Array.from({ length: count }, (_, i) => ({
          ...instrument,
          id: `LAMPS/${i}`,
          number: `LAMPS-${i}`,
          status,
        })),
      });
    const timeOf = (text: string) => {
      const begun = performance.now();
      readPack(text);
      return performance.now() - begun;
    };
    for (const status of ['repealed', 'gone']) {
      const [some, all] = [titled(5_000, status), titled(100_000, status)];
      timeOf(some);
      const few = Math.min(...[1, 2, 3].map(() => timeOf(some)));
      // twenty times as many: quadratic time would be four hundred times as long
      assert.ok(timeOf(all) < 100 * few, status);
    }
  }).timeout(60_000);
});
