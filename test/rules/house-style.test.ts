import assert from 'node:assert/strict';
import data from '../../data/house-styles.json';
import { houseStyle, stylePoints } from '../../server/src/rules/house-style';
import { analyse } from '../support/findings';

describe('House styles', () => {
  for (const [id, style] of Object.entries(data.styles)) {
    it(`${id} settles every point with a value the point may have`, () => {
      const { name, ...points } = style;
      assert.ok(name.length > 0);
      assert.deepEqual(Object.keys(points), Object.keys(stylePoints));
      for (const [point, value] of Object.entries(points)) {
        const allowed = stylePoints[point]?.values;
        assert.ok(allowed ? allowed.includes(String(value)) : Array.isArray(value), `${point}: ${value}`);
      }
    });
  }

  it('generic asks for nothing', () => {
    const { id, name, ...points } = houseStyle('generic');
    assert.deepEqual([id, typeof name], ['generic', 'string']);
    assert.deepEqual(
      Object.values(points).filter((value) => !['any', 'off'].includes(String(value)) && value.length > 0),
      [],
    );
  });

  it('may have single points changed; an unknown one is generic', () => {
    assert.equal(houseStyle('cms', { preambleEnd: 'semicolon' }).preambleEnd, 'semicolon');
    assert.equal(houseStyle('cms').preambleEnd, 'comma');
    for (const id of ['xyzzy', '__proto__', null]) assert.equal(houseStyle(id).id, 'generic');
  });

  it('follow the head, then the settings, then the body of the draft', () => {
    const text = '# Decision MC-8/40: Glass\n\nThe Conference of the Parties,\n\nDecides to end here.\n';
    const style = (given: string, settings = {}) =>
      analyse(given, { settings: { rules: {}, ...settings } }).houseStyle.id;
    assert.equal(style(text), 'un-mea');
    assert.equal(style(text, { houseStyle: 'cms' }), 'cms');
    assert.equal(style(text, { houseStyle: 'auto' }), 'un-mea');
    assert.equal(style(`---\nhouse-style: cites\n---\n${text}`, { houseStyle: 'cms' }), 'cites');
    assert.equal(style('The Board of Lamps,\n\n1. Decides on lamps;\n\n2. Requests lamps.\n'), 'generic');
  });
});
