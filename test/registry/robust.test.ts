import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ownBody } from '../../server/src/citations/own-body';
import { readCitations } from '../../server/src/citations/read';
import { createRegistry } from '../../server/src/registry/registry';
import { standingOf } from '../../server/src/registry/standing';
import { identify } from '../../server/src/registry/time';
import { parse } from '../../server/src/structure/parse';
import { anyText } from '../structure/texts';
import { packs } from '../support/packs';

const registry = createRegistry(packs.map(({ pack }) => pack));
const numbers = fc.array(
  fc.tuple(
    fc.constantFrom(
      'CMS Resolution',
      'decision',
      'Resolution Conf.',
      'General Assembly resolution',
      'MC-',
      'decision 1/CP.',
    ),
    fc.nat(40),
    fc.constantFrom('.', '/', ''),
    fc.nat(400),
    fc.constantFrom('', ' (Rev.COP13)', ' (Rev. CoP19)', ' (Rev.)'),
  ),
  { maxLength: 8 },
);
const citing = numbers.map((all) =>
  all.map(([noun, a, sign, b, revision]) => `${noun} ${a}${sign}${b}${revision}`).join(', '),
);

describe('Judging any text', () => {
  it('gives every citation a status, and a cause where it blames', () => {
    fc.assert(
      fc.property(
        fc.oneof(citing, anyText),
        fc.constantFrom(undefined, 'COP12', 'CoP 19', 'nonsense 7'),
        (text, meeting) => {
          const draft = parse(`UNEP/CMS/Resolution 12.3\n\nNoting ${text}`, { forced: true });
          const own = ownBody(draft, registry.forms);
          const { moment } = identify(draft, registry, own, meeting);
          for (const citation of readCitations(draft, registry.forms, own)) {
            const { status, instrument, meeting: covered, limit } = standingOf(registry, citation, moment);
            if (status === 'nonexistent') assert.ok(instrument === null && covered !== null && !covered.planned);
            if (status === 'nonexistent' && limit !== null) assert.ok(Number(citation.parts.serial) > limit);
            if (['repealed', 'superseded', 'partly-repealed', 'in-force', 'expired'].includes(status))
              assert.ok(instrument);
            if (citation.others.length > 0) assert.equal(status, 'unknown');
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
