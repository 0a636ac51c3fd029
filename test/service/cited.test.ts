import assert from 'node:assert/strict';
import { harboursService } from '../support/harbours';
import { readingOf } from '../support/reading';

const groupsOf = (text: string) => {
  const { analysis, service } = readingOf(text, undefined, harboursService());
  return service.cited(analysis).map(({ items, label, status }) => ({
    status,
    label,
    items: items.map(({ name, ranges }) => [name, ranges.map(({ start, end }) => text.slice(start, end))]),
  }));
};

describe('cited instruments', () => {
  it('are grouped by status, what calls for a mend first, each with all its places', () => {
    const text = '1. *Recalls* resolutions HL-1/2, HL-1/1, HL-1/3 and HL-1/9, and again resolution HL-1/1;\n';
    assert.deepEqual(groupsOf(text), [
      { status: 'nonexistent', label: 'Does not exist', items: [['resolution HL-1/9', ['HL-1/9']]] },
      { status: 'repealed', label: 'Repealed', items: [['resolution HL-1/3', ['HL-1/3']]] },
      {
        status: 'in-force',
        label: 'In force',
        items: [
          ['resolution HL-1/1', ['HL-1/1', 'HL-1/1']],
          ['resolution HL-1/2', ['HL-1/2']],
        ],
      },
    ]);
  });

  it('stand in the order of their numbers, with their titles', () => {
    const { analysis, service } = readingOf(
      '1. *Recalls* resolutions HL-2/10 and HL-2/9;\n',
      undefined,
      harboursService(),
    );
    const [group] = service.cited(analysis);
    assert.deepEqual(
      group?.items.map(({ instrument, title }) => [instrument, title]),
      [
        ['HL-2/9', null],
        ['HL-2/10', null],
      ],
    );
  });

  it('are none in a text without citations', () => assert.deepEqual(groupsOf('Nothing here.\n'), []));
});
