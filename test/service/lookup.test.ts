import assert from 'node:assert/strict';
import { service } from '../support/findings';
import { lakesService } from '../support/lakes';

const ids = (query: string): string[] => service.lookup(query).map(({ instrument }) => instrument);

describe('lookup', () => {
  const first: [query: string, instrument: string][] = [
    ['Resolution 11.10', 'CMS/RES/11.10'],
    ['Resolution 12.07', 'CMS/RES/12.7'],
    ['resolution 11.10 (Rev.COP13)', 'CMS/RES/11.10'],
    ['CMS/RES/11.10', 'CMS/RES/11.10'],
    ['UNEP/CMS/Resolution 11.10', 'CMS/RES/11.10'],
    ['Resolution 8.11 of CMS', 'CMS/RES/8.11'],
    ['decision VII/30', 'CBD/COP/DEC/VII/30'],
    ['Conf. 9.24', 'CITES/Conf.9.24'],
    ['Resolution Conf. 9.24 (Rev. CoP17)', 'CITES/Conf.9.24'],
    ['MC-6/23', 'MC-6/23'],
    ['decision MC-6/20', 'MC-6/20'],
    ['UNEP/EA.5/Res.14', 'UNEP/EA.5/Res.14'],
    ['General Assembly resolution 70/1', 'A/RES/70/1'],
    ['1/CP.21', '1/CP.21'],
    ['  Resolution   11.10 ', 'CMS/RES/11.10'],
    ['décision 1/CP.21', '1/CP.21'],
  ];
  for (const [query, instrument] of first) it(`reads “${query}”`, () => assert.equal(ids(query)[0], instrument));

  it('gives what is known of it', () => {
    const [match] = service.lookup('Resolution 8.11 of CMS');
    assert.deepEqual(match && { ...match, sources: match.sources.length }, {
      instrument: 'CMS/RES/8.11',
      name: 'Resolution 8.11',
      revision: null,
      title: 'Cooperation with other Conventions',
      body: 'cms',
      meeting: 'COP8',
      year: 2005,
      status: 'repealed',
      statusAsOf: 'COP13',
      confidence: 'stated',
      repealedBy: ['CMS/RES/11.10'],
      repealedByNames: ['Resolution 11.10 (Rev.COP13)'],
      replaces: [],
      replacesNames: [],
      sources: 2,
      listed: true,
      remark: null,
    });
  });

  it('answers a bare number with its current revision, an older one with that it is older', () => {
    const [bare] = service.lookup('Resolution 12.4');
    assert.deepEqual([bare?.revision, bare?.status], ['COP14', 'in-force']);
    const [old] = service.lookup('Resolution 11.27 (Rev.COP12)');
    assert.deepEqual([old?.revision, old?.status], ['COP12', 'superseded']);
  });

  it('says that a number does not exist', () => {
    assert.deepEqual(
      service.lookup('MC-6/23').map(({ status, confidence, title }) => [status, confidence, title]),
      [['nonexistent', 'stated', null]],
    );
    assert.deepEqual(
      lakesService.lookup('LC-3/9').map(({ status, confidence }) => [status, confidence]),
      [['unknown', null]],
    );
  });

  for (const [query, remark] of [
    ['LC-1/1', null],
    [
      'LC-1/9',
      /^Decision LC-1\/9 of the .* does not exist: every decision of COP1 is listed, and this is none of them\.$/,
    ],
    ['LC-2/15', /^Decision LC-2\/15 of the .* does not exist: the decisions of COP2 end at 14\.$/],
    [
      'LC-3/9',
      /^The registry does not list decision LC-3\/9 of the .*\. Its list of the decisions of COP3 is not complete, so/,
    ],
    [
      'LC-9/1',
      /^The registry does not list decision LC-9\/1 of the .*\. It does not know the meeting of that number, so/,
    ],
    ['LC-2/5 (Rev.COP9)', /^The registry does not list this revision\.$/],
  ] as const) {
    it(`says of ${query} what can be said`, () => {
      const [match] = lakesService.lookup(query);
      if (remark === null) assert.equal(match?.remark, null);
      else assert.match(String(match?.remark), remark);
      assert.equal(match?.listed, ['LC-1/1', 'LC-2/5 (Rev.COP9)'].includes(query));
    });
  }

  it('says which packs hold forms alone, and what is only inferred', () => {
    const [gcf] = service.lookup('GCF/B.99/01');
    assert.match(
      String(gcf?.remark),
      /Green Climate Fund\. It only knows how this body writes its numbers, so nothing/,
    );
    const inferred = service.lookup('RAMSAR/XII.99')[0];
    assert.match(
      String(inferred?.remark),
      / appears not to exist: as far as sources show, the resolutions of COP12 end at/,
    );
  });

  it('finds words of a title in any order, the shortest title first', () => {
    const found = ids('synergies and partnerships');
    assert.deepEqual(found.slice(0, 2).sort(), ['CMS/RES/10.21', 'CMS/RES/11.10']);
    assert.deepEqual(ids('Partnerships Synergies').slice(0, 2).sort(), ['CMS/RES/10.21', 'CMS/RES/11.10']);
    assert.deepEqual(
      lakesService.lookup('reeds').map(({ instrument }) => instrument),
      ['LC-2/6', 'LC-3/1'],
    );
  });

  it('finds nothing in nonsense, and gives no endless list', () => {
    for (const query of ['', '   ', 'xyzzy', '(((', '\u{1d11e}', '[', '*', '__proto__', 'Resolution', '9'.repeat(5000)])
      assert.ok(service.lookup(query).length <= 20, query);
    for (const query of ['', '   ', 'xyzzy', '(((']) assert.deepEqual(ids(query), [], query);
    assert.ok(service.lookup('the').length <= 20);
  });
});
