import assert from 'node:assert/strict';
import { paragraphsIn, writeParagraphs } from '../../server/src/citations/paragraphs';
import type { Instrument, Pack } from '../../server/src/registry/pack';
import { createRegistry } from '../../server/src/registry/registry';
import { standingOf } from '../../server/src/registry/standing';
import type { Moment } from '../../server/src/registry/time';
import { at, lamps, meetings, mirrors, resolution, standing, world } from './world';

/** Status and confidence, as one word when the confidence is full. */
const status = (...args: Parameters<typeof standing>): string => {
  const { status: found, confidence } = standing(...args);
  return confidence === 'inferred' ? `${found}, inferred` : found;
};

describe('The ladder of status', () => {
  it('in-force: a source says so', () => {
    const registry = world(
      resolution('3.1', { status: 'in-force' }),
      resolution('3.2', { status: 'in-force', confidence: 'inferred' }),
    );
    assert.equal(status(registry, 'Resolution 3.1'), 'in-force');
    assert.equal(status(registry, 'Resolution 3.2'), 'in-force, inferred');
    assert.equal(standing(registry, 'Resolution 3.1').instrument?.number, '3.1');
  });

  it('unknown: listed, but no source tells its status', () => {
    assert.equal(status(world(resolution('3.1')), 'Resolution 3.1'), 'unknown');
  });

  it('repealed: a source says so, with what repealed it', () => {
    const registry = world(
      resolution('1.1', {
        status: 'repealed',
        repealedBy: [{ id: 'LAMPS/RES/3.2' }, { id: 'LAMPS/RES/3.3', revision: 'COP4' }],
      }),
      resolution('1.2', { status: 'repealed', confidence: 'inferred' }),
    );
    assert.equal(status(registry, 'Resolution 1.1'), 'repealed');
    assert.deepEqual(standing(registry, 'Resolution 1.1').repealedBy, [
      { id: 'LAMPS/RES/3.2' },
      { id: 'LAMPS/RES/3.3', revision: 'COP4' },
    ]);
    assert.equal(status(registry, 'Resolution 1.2'), 'repealed, inferred');
  });

  it('expired: it ran out', () => {
    assert.equal(status(world(resolution('1.1', { status: 'expired' })), 'Resolution 1.1'), 'expired');
  });

  it('partly-repealed: some of its paragraphs', () => {
    const registry = world(resolution('1.1', { partlyRepealedBy: [{ id: 'LAMPS/RES/3.2', paragraphs: ['4'] }] }));
    assert.equal(status(registry, 'Resolution 1.1'), 'partly-repealed');
  });

  describe('partly-repealed: the paragraphs cited decide', () => {
    const partlyRepealedBy = [
      { id: 'LAMPS/RES/3.2', paragraphs: ['4', '7–9', '11 (b)'] },
      { id: 'LAMPS/RES/5.1', paragraphs: ['1'] },
    ];
    const registry = world(
      resolution('1.1', { status: 'in-force', partlyRepealedBy }),
      resolution('1.2', { partlyRepealedBy: [{ id: 'LAMPS/RES/3.2' }] }),
      resolution('1.3', { partlyRepealedBy, partlyRepealedByConfidence: 'inferred' }),
    );
    const of = (number: string, written: string, moment: Moment | null = null) => {
      const found = registry.seriesOf(`LAMPS/RES/${number}`) ?? assert.fail(number);
      const paragraphs = written.split('; ').flatMap((one) => paragraphsIn(one) ?? assert.fail(one));
      const cited = { instrument: `LAMPS/RES/${number}`, body: 'lamps', kind: 'resolution' as const, ...found };
      const {
        status: word,
        confidence,
        repealedBy,
        paragraphs: gone,
      } = standingOf(registry, { ...cited, revision: null, others: [], paragraphs }, moment);
      const by = repealedBy.map(({ id }) => id).join();
      return [word, confidence, by, gone.map(writeParagraphs).join('; ')].filter(Boolean).join(' | ');
    };
    for (const [number, cited, expected] of [
      ['1.1', '4', 'repealed | stated | LAMPS/RES/3.2 | 4'],
      ['1.1', '3; 8–12', 'repealed | stated | LAMPS/RES/3.2 | 8–9'],
      ['1.1', '1; 4', 'repealed | stated | LAMPS/RES/3.2,LAMPS/RES/5.1 | 4; 1'],
      ['1.1', '11 (b)', 'repealed | stated | LAMPS/RES/3.2 | 11 (b)'],
      ['1.1', '11', 'partly-repealed | stated | LAMPS/RES/3.2,LAMPS/RES/5.1'],
      ['1.1', '11 (a)', 'in-force | stated'],
      ['1.1', '5', 'in-force | stated'],
      ['1.2', '5', 'partly-repealed | stated | LAMPS/RES/3.2'],
      ['1.3', '5', 'in-force | inferred'],
      ['1.3', '4', 'repealed | inferred | LAMPS/RES/3.2 | 4'],
    ] as const)
      it(`paragraph ${cited} of ${number}`, () => assert.equal(of(number, cited), expected));

    it('as they stood at the draft’s own time', () => {
      assert.equal(of('1.1', '1', at('COP4')), 'in-force | stated');
      assert.equal(of('1.1', '4', at('COP4')), 'repealed | stated | LAMPS/RES/3.2 | 4');
    });
  });

  it('superseded: the bare number, or an older revision, where there is a later one', () => {
    const registry = world(resolution('1.1', { status: 'in-force', revisions: ['COP2', 'COP4'] }));
    assert.equal(status(registry, 'Resolution 1.1'), 'superseded');
    assert.equal(status(registry, 'Resolution 1.1', null, 'COP2'), 'superseded');
    assert.equal(status(registry, 'Resolution 1.1', null, 'COP3'), 'superseded');
    assert.equal(standing(registry, 'Resolution 1.1').current, 'COP4');
    assert.equal(status(registry, 'Resolution 1.1', null, 'COP4'), 'in-force');
    // a revision that the registry does not list may be newer than it
    assert.equal(status(registry, 'Resolution 1.1', null, 'COP5'), 'unknown');
  });

  it('superseded: not where only “(Rev.)” is written', () => {
    const registry = world(resolution('1.1', { status: 'in-force', revisions: ['COP4'] }));
    assert.equal(status(registry, 'Resolution 1.1', null, 'Rev.'), 'in-force');
  });

  it('superseded: as sure as the revisions are', () => {
    const registry = world(resolution('1.1', { revisions: ['COP4'], revisionsConfidence: 'inferred' }));
    assert.equal(status(registry, 'Resolution 1.1'), 'superseded, inferred');
  });

  it('repealed stands above superseded, and superseded above partly-repealed', () => {
    const partly = { partlyRepealedBy: [{ id: 'LAMPS/RES/3.2' }] };
    const registry = world(
      resolution('1.1', { status: 'repealed', revisions: ['COP4'], ...partly }),
      resolution('1.2', { revisions: ['COP4'], ...partly }),
    );
    assert.equal(status(registry, 'Resolution 1.1'), 'repealed');
    assert.equal(status(registry, 'Resolution 1.2'), 'superseded');
    assert.equal(status(registry, 'Resolution 1.2', null, 'COP4'), 'partly-repealed');
  });

  it('nonexistent: its meeting is covered completely, for this kind', () => {
    const pack = lamps([resolution('2.1')], { meetings: meetings({ COP2: { complete: ['resolution'] } }) });
    const registry = createRegistry([pack]);
    assert.equal(status(registry, 'Resolution 2.2'), 'nonexistent');
    assert.equal(standing(registry, 'Resolution 2.2').meeting?.id, 'COP2');
    assert.equal(standing(registry, 'Resolution 2.2').limit, null);
    assert.equal(status(registry, 'Decision 2.2'), 'unknown');
    assert.equal(status(registry, 'Resolution 3.2'), 'unknown');
  });

  it('nonexistent: the number is above its meeting’s count, for this kind', () => {
    const counts = { resolution: { number: 7 }, decision: { number: 3, confidence: 'inferred' as const } };
    const registry = createRegistry([lamps([resolution('2.1')], { meetings: meetings({ COP2: { counts } }) })]);
    assert.equal(status(registry, 'Resolution 2.8'), 'nonexistent');
    assert.equal(standing(registry, 'Resolution 2.8').limit, 7);
    assert.equal(status(registry, 'Resolution 2.7'), 'unknown');
    assert.equal(status(registry, 'Decision 2.4'), 'nonexistent, inferred');
  });

  it('nonexistent: a revision by a meeting still to come, unless the draft is for it', () => {
    const registry = world(resolution('1.1', { status: 'in-force', revisions: ['COP4'] }));
    assert.equal(status(registry, 'Resolution 1.1', null, 'COP6'), 'nonexistent, inferred');
    assert.equal(standing(registry, 'Resolution 1.1', null, 'COP6').meeting?.id, 'COP6');
    assert.equal(status(registry, 'Resolution 1.1', at('COP5'), 'COP6'), 'nonexistent, inferred');
    assert.equal(status(registry, 'Resolution 1.1', at('COP6'), 'COP6'), 'unknown');
    assert.equal(status(registry, 'Resolution 1.1', null, 'COP99'), 'unknown', 'the meetings may not all be listed');
  });

  it('nonexistent: never at a meeting still to come, one not listed, or of a body not covered', () => {
    const all = { complete: ['resolution' as const], counts: { resolution: { number: 1 } } };
    const pack = lamps([resolution('2.1')], { meetings: meetings({ COP6: all }) });
    const registry = createRegistry([pack]);
    assert.equal(status(registry, 'Resolution 6.2'), 'unknown');
    assert.equal(status(registry, 'Resolution 9.2'), 'unknown');
    const formsAlone: Pack = { ...lamps([]), instruments: [], meetings: meetings({ COP2: all }) };
    assert.equal(status(createRegistry([formsAlone]), 'Resolution 2.2'), 'not-covered');
  });

  it('not-covered: only the body’s way of writing is known', () => {
    const { instruments: _, meetings: __, ...forms } = mirrors;
    assert.equal(status(createRegistry([forms]), 'Decision M-1/1'), 'not-covered');
  });

  it('unknown: several bodies could be meant', () => {
    const registry = world(resolution('1.1', { status: 'repealed' }));
    const reading = registry.seriesOf('LAMPS/RES/1.1');
    assert.ok(reading);
    const cited = {
      instrument: 'LAMPS/RES/1.1',
      body: 'lamps',
      kind: 'resolution' as const,
      ...reading,
      revision: null,
    };
    assert.equal(standingOf(registry, { ...cited, others: ['OTHER/1.1'] }, null).status, 'unknown');
    assert.equal(standingOf(registry, { ...cited, others: [] }, null).status, 'repealed');
  });
});

describe('Status at the draft’s own time', () => {
  const repealed = (more: Partial<Instrument> = {}) =>
    world(resolution('1.1', { status: 'repealed', repealedBy: [{ id: 'LAMPS/RES/3.2' }], ...more }), resolution('3.2'));

  it('is repealed only behind the meeting that repealed it', () => {
    assert.equal(status(repealed(), 'Resolution 1.1', at('COP2')), 'unknown');
    assert.equal(status(repealed(), 'Resolution 1.1', at('COP3')), 'unknown');
    assert.equal(status(repealed(), 'Resolution 1.1', at('COP4')), 'repealed');
    assert.equal(status(repealed(), 'Resolution 1.1', null), 'repealed');
  });

  it('is repealed from the first of several repeals on', () => {
    const registry = repealed({ repealedBy: [{ id: 'LAMPS/RES/5.1' }, { id: 'LAMPS/RES/3.2' }] });
    assert.equal(status(registry, 'Resolution 1.1', at('COP4')), 'repealed');
    assert.equal(status(registry, 'Resolution 1.1', at('COP3')), 'unknown');
  });

  it('is judged by the revision that repealed it', () => {
    const registry = repealed({ repealedBy: [{ id: 'LAMPS/RES/3.2', revision: 'COP4' }] });
    assert.equal(status(registry, 'Resolution 1.1', at('COP4')), 'unknown');
    assert.equal(status(registry, 'Resolution 1.1', at('COP5')), 'repealed');
  });

  it('is judged by a repealing text that the pack does not list', () => {
    const registry = world(resolution('1.1', { status: 'repealed', repealedBy: [{ id: 'LAMPS/RES/3.9' }] }));
    assert.equal(status(registry, 'Resolution 1.1', at('COP3')), 'unknown');
    assert.equal(status(registry, 'Resolution 1.1', at('COP4')), 'repealed');
  });

  it('is judged by years where only a year is known', () => {
    assert.equal(status(repealed(), 'Resolution 1.1', at(2006)), 'unknown');
    assert.equal(status(repealed(), 'Resolution 1.1', at(2007)), 'unknown');
    assert.equal(status(repealed(), 'Resolution 1.1', at(2008)), 'repealed');
  });

  it('is judged by years across bodies', () => {
    const registry = repealed({ repealedBy: [{ id: 'M-1/1' }] });
    assert.equal(status(registry, 'Resolution 1.1', at('COP4')), 'unknown');
    assert.equal(status(registry, 'Resolution 1.1', at('COP5')), 'repealed');
    const other = { body: 'mirrors', meeting: 'MOP1', year: 2010 };
    assert.equal(status(repealed(), 'Resolution 1.1', other), 'repealed');
    assert.equal(status(repealed(), 'Resolution 1.1', { ...other, year: 2005 }), 'unknown');
  });

  it('is judged by the moment it was seen at, where no repealing text is known', () => {
    for (const asOf of ['COP3', 'after COP3', 'COP 3', 'COP-3']) {
      const registry = world(resolution('1.1', { status: 'repealed', asOf }));
      assert.equal(status(registry, 'Resolution 1.1', at('COP3')), 'unknown', asOf);
      assert.equal(status(registry, 'Resolution 1.1', at('COP4')), 'repealed', asOf);
      assert.equal(status(registry, 'Resolution 1.1', null), 'repealed', asOf);
    }
  });

  it('is unknown where nothing tells when', () => {
    const registry = world(
      resolution('1.1', { status: 'repealed' }),
      resolution('1.2', { status: 'repealed', repealedBy: [{ id: 'ELSEWHERE/1' }] }),
      resolution('1.3', { status: 'repealed', asOf: 'lately' }),
      resolution('1.4', { status: 'expired' }),
    );
    for (const number of ['1.1', '1.2', '1.3', '1.4']) {
      assert.equal(status(registry, `Resolution ${number}`, at('COP5')), 'unknown', number);
    }
    const nowhere = { body: 'lamps', meeting: null, year: null };
    assert.equal(status(repealed(), 'Resolution 1.1', nowhere), 'unknown');
  });

  it('knows of a revision only behind its meeting', () => {
    const registry = world(resolution('1.1', { status: 'in-force', revisions: ['COP2', 'COP4'] }));
    assert.equal(status(registry, 'Resolution 1.1', at('COP2')), 'in-force');
    assert.equal(status(registry, 'Resolution 1.1', at('COP3')), 'superseded');
    assert.equal(standing(registry, 'Resolution 1.1', at('COP3')).current, 'COP2');
    assert.equal(status(registry, 'Resolution 1.1', at('COP3'), 'COP2'), 'in-force');
    assert.equal(status(registry, 'Resolution 1.1', at('COP4'), 'COP2'), 'in-force');
    assert.equal(status(registry, 'Resolution 1.1', at('COP5'), 'COP2'), 'superseded');
    assert.equal(status(registry, 'Resolution 1.1', at(2005)), 'superseded');
    assert.equal(status(registry, 'Resolution 1.1', at(2004)), 'in-force');
  });

  it('knows of a partial repeal only behind its meeting', () => {
    const registry = world(resolution('1.1', { partlyRepealedBy: [{ id: 'LAMPS/RES/3.2' }] }), resolution('3.2'));
    assert.equal(status(registry, 'Resolution 1.1', at('COP3')), 'unknown');
    assert.equal(status(registry, 'Resolution 1.1', at('COP4')), 'partly-repealed');
  });

  it('does not change what exists', () => {
    const pack = lamps([resolution('2.1')], { meetings: meetings({ COP2: { complete: ['resolution'] } }) });
    assert.equal(status(createRegistry([pack]), 'Resolution 2.2', at('COP1')), 'nonexistent');
  });
});
