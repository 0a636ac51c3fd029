import assert from 'node:assert/strict';
import fc from 'fast-check';
import { textTable } from '../../server/src/service/text-table';

const texts = ['Reed beds', '', 'Beds of reeds\nand rushes', 'REED', 'reed beds', 'lamps'];
const { equal, beginning, holding } = textTable(texts);

/** Texts of few letters, so that they are often alike. */
const letters = fc
  .array(fc.constantFrom('a', 'b', 'B', ' ', '\n', 'é', '…'), { maxLength: 6 })
  .map((all) => all.join(''));
const small = (text: string) => text.replaceAll('\n', ' ').toLowerCase();
const where = (all: readonly string[], fits: (text: string) => boolean) =>
  all.flatMap((text, index) => (fits(small(text)) ? [index] : []));

describe('A table of texts', () => {
  it('finds texts that are, begin with or hold something, in their order', () => {
    assert.deepEqual([...equal('reed beds')], [0, 4]);
    assert.deepEqual([...beginning('reed')], [0, 3, 4]);
    assert.deepEqual([...holding(['reed'])], [0, 2, 3, 4]);
    assert.deepEqual([...holding(['beds', 'rush'])], [2]);
    assert.deepEqual([...holding(['zebra', 'beds'])], []);
  });

  it('finds all of them by an empty beginning, and the empty one as a whole', () => {
    assert.deepEqual([...beginning('')], [0, 1, 2, 3, 4, 5]);
    assert.deepEqual([...equal('')], [1]);
    assert.deepEqual([...textTable([]).beginning('')], []);
    assert.deepEqual([...textTable([]).holding(['a', 'b'])], []);
  });

  it('leaves blanks out when told so', () => {
    const { equal: is } = textTable(['Conf. 9.24', 'A \t B', 'c\nd'], true);
    assert.deepEqual([[...is('conf.9.24')], [...is('ab')], [...is('cd')]], [[0], [1], [2]]);
  });

  it('finds what going through the texts one by one finds', () => {
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 12 }),
        fc.array(letters, { minLength: 1, maxLength: 3 }),
        (all, words) => {
          const table = textTable(all);
          const sought = words.map(small);
          const [first] = sought as [string];
          assert.deepEqual(
            [...table.equal(first)],
            where(all, (text) => text === first),
          );
          assert.deepEqual(
            [...table.beginning(first)],
            where(all, (text) => text.startsWith(first)),
          );
          const whole = sought.filter((word) => word !== '');
          if (whole.length > 0)
            assert.deepEqual(
              [...table.holding(whole)],
              where(all, (text) => whole.every((word) => text.includes(word))),
            );
        },
      ),
    );
  });
});
