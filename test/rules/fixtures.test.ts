import assert from 'node:assert/strict';
import { rules } from '../../server/src/rules/index';
import { positionAt } from '../../server/src/text/lines';
import { analyse, optionsOf, service } from '../support/findings';
import { cleanFixtures, type Expected, type Fixture, fixtures, readMarkers, strays } from '../support/fixtures';

/** Findings as lines of words, in the order of their place. */
function lines({ text }: Fixture, draftLines: Parameters<typeof positionAt>[0], findings: readonly Expected[]) {
  const sorted = [...findings].sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1));
  return sorted.map(({ rule, severity, start, end }) => {
    const { line, character } = positionAt(draftLines, start);
    return `${line + 1}:${character + 1} ${rule} ${severity}: ${text.slice(start, end)}`;
  });
}

describe('fixtures', () => {
  it('are all read', () => assert.deepEqual(strays, []));

  it('show every rule', () => {
    const seen = new Set(fixtures.flatMap(({ expected }) => expected.map(({ rule }) => rule)));
    assert.deepEqual(
      rules.map(({ id }) => id).filter((id) => !seen.has(id)),
      [],
    );
  });

  it('have no markers where they are called clean', () => {
    assert.ok(cleanFixtures.length > 0);
    for (const { name, expected } of cleanFixtures) assert.deepEqual(expected, [], name);
  });

  it('are refused where a marker is not closed or not begun', () => {
    assert.throws(() => readMarkers('1. ⟦verb-italics warning|Requests'), /never ends/);
    assert.throws(() => readMarkers('1. Requests⟧'), /never began/);
    assert.throws(() => readMarkers('1. ⟦Requests⟧'), /without its bar/);
  });

  for (const fixture of fixtures) {
    describe(fixture.name, () => {
      it('has the findings that are marked in it, and no others', () => {
        const { draft, findings } = analyse(fixture.text, fixture);
        const found = findings.map(({ rule, severity, range }) => ({ rule, severity, ...range }));
        assert.deepEqual(lines(fixture, draft.lines, found), lines(fixture, draft.lines, fixture.expected));
      });

      it('is mended as the file beside it shows, once and for all', () => {
        const mended = service.fixAll(fixture.text, optionsOf(fixture));
        assert.equal(mended, fixture.fixed ?? fixture.text);
        assert.equal(service.fixAll(mended, optionsOf(fixture)), mended);
        const left = analyse(mended, fixture).findings.filter(({ fixable }) => fixable);
        assert.deepEqual(left, []);
      });
    });
  }
});
