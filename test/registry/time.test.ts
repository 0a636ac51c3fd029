import assert from 'node:assert/strict';
import { ownBody } from '../../server/src/citations/own-body';
import { createRegistry } from '../../server/src/registry/registry';
import { adoptionOf, identify, isBefore, type Moment } from '../../server/src/registry/time';
import { parse } from '../../server/src/structure/parse';
import { packs } from '../support/packs';
import { at, lamps, mirrors, resolution, world } from './world';

const registry = createRegistry(packs.map(({ pack }) => pack));

/** What a text says of itself: its body, number, meeting and year. */
function identity(text: string, meeting?: string): unknown[] {
  const draft = parse(`${text}\n\nNoting lamps,\n\nAware of it,\n\n1. Requests lamps;\n\n2. Notes it.\n`);
  const found = identify(draft, registry, ownBody(draft, registry.forms), draft.head.meeting ?? meeting);
  return [found.body, found.instrument, found.moment?.meeting ?? null, found.moment?.year ?? null];
}

describe('Which instrument a draft is, and of when', () => {
  for (const [text, ...expected] of [
    ['UNEP/CMS/Resolution 11.10 (Rev.COP13)', 'cms', 'CMS/RES/11.10', 'COP13', 2020],
    ['UNEP/CMS/Resolution 12.3', 'cms', 'CMS/RES/12.3', 'COP12', 2017],
    ['Decision MC-6/20: Lamps', 'minamata', 'MC-6/20', 'COP6', 2025],
    ['Decision 1/CP.21\n\nLamps', 'unfccc', '1/CP.21', 'COP21', 2015],
    [
      'UNEP/CMS/Resolution 12.3\n\nAdopted by the Conference of the Parties at its 13th Meeting (Gandhinagar, February 2020)',
      'cms',
      'CMS/RES/12.3',
      'COP13',
      2020,
    ],
    ['Convention on Migratory Species\n\nAdopted in Riga, May 2032', 'cms', null, null, 2032],
    ['Convention on Migratory Species', 'cms', null, null, null],
    ['Lamps', null, null, null, null],
  ] as const) {
    it(`is told by “${text.replaceAll('\n', ' ')}”`, () => assert.deepEqual(identity(text), expected));
  }

  it('is told by its head or its settings before all else', () => {
    assert.deepEqual(identity('---\nmeeting: COP-14\n---\nUNEP/CMS/Resolution 12.3').slice(2), ['COP14', 2024]);
    assert.deepEqual(identity('UNEP/CMS/Resolution 12.3', 'cop 14').slice(2), ['COP14', 2024]);
    assert.deepEqual(identity('UNEP/CMS/Resolution 12.3', 'COP77').slice(2), ['COP77', null]);
  });
});

describe('Before and after', () => {
  const known = world(resolution('3.2'), resolution('3.3', { year: 2099 }));
  const precedes = (a: Moment, b: Moment) => isBefore(known, a, b);
  const mirror: Moment = { body: 'mirrors', meeting: 'MOP1', year: 2010 };

  it('go by the meetings of one body', () => {
    assert.equal(precedes(at('COP2'), at('COP3')), true);
    assert.equal(precedes(at('COP3'), at('COP3')), false);
    assert.equal(precedes(at('COP4'), at('COP3')), false);
    assert.equal(precedes({ ...at('COP2'), year: null }, { ...at('COP10'), year: null }), true);
  });

  it('go by years where the bodies differ or a meeting is not known', () => {
    assert.equal(precedes(at('COP3'), mirror), true);
    assert.equal(precedes(at('COP5'), mirror), false);
    assert.equal(precedes(at(2009), mirror), true);
    assert.equal(precedes(at(2010), mirror), false);
    assert.equal(precedes(at('COP3'), at(2008)), true);
  });

  it('are not told where neither is known', () => {
    assert.equal(precedes({ body: 'lamps', meeting: null, year: null }, at('COP3')), undefined);
    assert.equal(precedes(mirror, { body: 'lamps', meeting: 'COP3', year: null }), undefined);
  });

  it('keep series of meetings of one body apart', () => {
    const [cop, cma] = ['COP21', 'CMA3'].map((meeting) => ({ body: 'unfccc', meeting, year: null }));
    assert.equal(isBefore(registry, cop as Moment, cma as Moment), undefined);
    assert.equal(isBefore(registry, { ...(cop as Moment), year: 2015 }, { ...(cma as Moment), year: 2021 }), true);
  });

  it('know when an instrument or its revision was adopted', () => {
    assert.deepEqual(adoptionOf(known, { id: 'LAMPS/RES/3.2' }), { body: 'lamps', meeting: 'COP3', year: 2007 });
    assert.deepEqual(adoptionOf(known, { id: 'LAMPS/RES/3.2', revision: 'COP5' }), {
      body: 'lamps',
      meeting: 'COP5',
      year: 2013,
    });
    assert.deepEqual(adoptionOf(known, { id: 'LAMPS/RES/3.2', revision: 'COP9' }), {
      body: 'lamps',
      meeting: 'COP9',
      year: null,
    });
    assert.equal(adoptionOf(known, { id: 'ELSEWHERE/1' }), null);
  });

  it('tell an instrument that no pack lists by its number', () => {
    assert.deepEqual(adoptionOf(known, { id: 'LAMPS/RES/4.9' }), { body: 'lamps', meeting: 'COP4', year: 2010 });
    const unheld = createRegistry([{ ...lamps([resolution('1.1')]), meetings: [] }, mirrors]);
    assert.deepEqual(adoptionOf(unheld, { id: 'LAMPS/RES/4.9' }), { body: 'lamps', meeting: 'COP4', year: null });
  });
});
