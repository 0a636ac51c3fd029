import assert from 'node:assert/strict';
import type { Settings } from '../../server/src/service/api';
import { optionsOf, service } from '../support/findings';
import { minamata } from '../support/rule';

function status(text: string, settings: Partial<Settings> = {}) {
  const options = optionsOf({ settings });
  return service.status(service.analyse(text, options), options.settings);
}

describe('The status of a draft', () => {
  it('names the house style and what settled it', () => {
    const style = (text: string, settings?: Partial<Settings>) => {
      const { id, from } = status(text, settings).houseStyle;
      return [id, from];
    };
    assert.deepEqual(style(minamata({})), ['un-mea', 'body']);
    assert.deepEqual(style(minamata({}), { houseStyle: 'auto' }), ['un-mea', 'body']);
    assert.deepEqual(style(minamata({}), { houseStyle: 'cites' }), ['cites', 'settings']);
    assert.deepEqual(style(minamata({ head: ['house-style: cms'] }), { houseStyle: 'cites' }), ['cms', 'head']);
    assert.deepEqual(style('The Board of Lamps,\n\n1. Decides on lamps;\n\n2. Requests lamps.\n'), ['generic', null]);
  });

  it('names the body and how new its statuses are', () => {
    const { body } = status('---\nbody: cms\n---\n# NESTS\n\nAware of nests,\n');
    assert.equal(body?.id, 'cms');
    assert.match(body?.name ?? '', /Migratory Species/);
    assert.match(body?.asOf ?? '', /\d/);
    assert.equal(status('The Board of Lamps,\n\n1. Decides on lamps;\n\n2. Requests lamps.\n').body, null);
  });

  it('counts the findings by severity', () => {
    const text = minamata({ operative: ['1. *Thanks* parties;', '1. *Decides* to end here.'] });
    assert.deepEqual(status(text).findings, { error: 1, warning: 0, information: 0, hint: 0 });
  });
});
