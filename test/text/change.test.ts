import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeBetween, moved } from '../../server/src/text/change';

describe('The change between two texts', () => {
  it('is the smallest stretch outside of which both are the same', () => {
    assert.deepEqual(changeBetween('abc', 'abxc'), { start: 2, oldEnd: 2, newEnd: 3 });
    assert.deepEqual(changeBetween('abc', 'ac'), { start: 1, oldEnd: 2, newEnd: 1 });
    assert.deepEqual(changeBetween('aa', 'aaa'), { start: 2, oldEnd: 2, newEnd: 3 });
    assert.deepEqual(changeBetween('abc', 'abc'), { start: 3, oldEnd: 3, newEnd: 3 });
    assert.deepEqual(changeBetween('', 'abc'), { start: 0, oldEnd: 0, newEnd: 3 });
  });

  it('makes the new text of the old one, however long they are', () => {
    const part = fc.string({ maxLength: 12 });
    const property = fc.property(part, part, part, part, fc.nat(3), (head, old, now, tail, times) => {
      const filling = 'drafters of bells '.repeat(300 * times);
      const before = `${filling}${head}${old}${tail}${filling}`;
      const after = `${filling}${head}${now}${tail}${filling}`;
      const { start, oldEnd, newEnd } = changeBetween(before, after);
      assert.equal(before.slice(0, start) + after.slice(start, newEnd) + before.slice(oldEnd), after);
      assert.ok(start <= oldEnd && start <= newEnd);
      assert.ok(oldEnd - start <= Math.max(old.length, before.length - after.length) + now.length);
    });
    fc.assert(property);
  });

  it('moves what stands behind it and leaves what stands before it', () => {
    const change = { start: 5, oldEnd: 7, newEnd: 10 };
    assert.deepEqual(moved({ start: 1, end: 5 }, change), { start: 1, end: 5 });
    assert.deepEqual(moved({ start: 7, end: 9 }, change), { start: 10, end: 12 });
    assert.equal(moved({ start: 4, end: 6 }, change), undefined);
    assert.equal(moved({ start: 6, end: 9 }, change), undefined);
  });
});
