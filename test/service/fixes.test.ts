import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/text/edits';
import { analyse, optionsOf, service, shown } from '../support/findings';
import { cms, minamata } from '../support/rule';

/** The mends offered where the cursor stands in the first `words` of a text. */
function offered(text: string, words: string) {
  const start = text.indexOf(words);
  return service.fixes(analyse(text), { start, end: start }).map((fix) => ({
    rule: fix.finding.rule,
    title: fix.title,
    preferred: fix.preferred === true,
    after: applyEdits(text, fix.edits),
  }));
}

describe('the mends', () => {
  it('put the successor of a repealed citation, with its title', () => {
    const text = cms({ preamble: ['*Recalling* Resolution 8.11 *Cooperation with other Conventions*,'] });
    assert.deepEqual(offered(text, '8.11'), [
      {
        rule: 'repealed-instrument',
        title: 'Cite Resolution 11.10 (Rev.COP13) instead',
        preferred: true,
        after: text.replace(
          '8.11 *Cooperation with other Conventions*',
          '11.10 (Rev.COP13) *Synergies and Partnerships*',
        ),
      },
    ]);
  });

  it('write the current revision, inserted or replaced', () => {
    const bare = cms({ preamble: ['*Recalling* Resolution 12.4,'] });
    assert.deepEqual(
      offered(bare, '12.4').map(({ title, after }) => [title, after]),
      [['Cite the current revision (Rev.COP14)', bare.replace('12.4', '12.4 (Rev.COP14)')]],
    );
    const older = cms({ preamble: ['*Recalling* Resolution 11.27 (Rev. COP12),'] });
    assert.equal(offered(older, '11.27')[0]?.after, older.replace('(Rev. COP12)', '(Rev.COP13)'));
  });

  it('are those of the findings that touch the place, their ends included', () => {
    const text = minamata({ operative: ['1. *Thanks* all;', '3. Urges all;', '4. *Notes* b;', '5. *Decides* c.'] });
    const { findings } = analyse(text);
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['paragraph-numbering', 'verb-italics'],
    );
    for (const { range, rule } of findings) {
      for (const at of [range.start, range.end]) {
        const rules = service.fixes(analyse(text), { start: at, end: at }).map(({ finding }) => finding.rule);
        assert.deepEqual(rules, [rule]);
      }
    }
    const whole = service.fixes(analyse(text), { start: 0, end: text.length });
    assert.deepEqual(
      whole.map(({ finding }) => finding.rule),
      ['paragraph-numbering', 'verb-italics'],
    );
    assert.deepEqual(service.fixes(analyse(text), { start: 0, end: 0 }), []);
  });

  it('are offered for the first fifty findings of a long selection', () => {
    const text = cms({ operative: Array(120).fill('1. *Thanks* villages [bookmark: _x];') });
    const found = analyse(text).findings.slice(0, 50);
    const offered = service.fixes(analyse(text), { start: 0, end: text.length }).map(({ finding }) => finding.range);
    assert.deepEqual(
      [...new Set(offered.map(({ start }) => start))],
      found.filter(({ fixes }) => (fixes?.() ?? []).length > 0).map(({ range }) => range.start),
    );
    assert.ok(analyse(text).findings.length > 50 && offered.length > 0);
  });

  it('are made with the readings before and after, which are those of the two texts', () => {
    const text = cms({ operative: ['1. *Thanks* villages;', '3. *Decides* to end here.'] });
    const { before, after } = service.mend(text, optionsOf({}));
    assert.deepEqual(shown(before), shown(analyse(text)));
    assert.equal(after.draft.text, service.fixAll(text, optionsOf({})));
    assert.deepEqual(shown(after), shown(analyse(after.draft.text)));
    assert.notEqual(after.draft.text, text);
    const again = service.mend(after.draft.text, optionsOf({}));
    assert.equal(again.after, again.before);
  });

  it('are one preferred a finding', () => {
    const text = cms({
      preamble: ['Recalling Resolutions 7.9 and 12.4,', '*Aware* of nests,', '*Noting* kites,'],
      operative: ['1. *Thanks* all [bookmark: _x];', '3. *Decides* to end.'],
    });
    for (const { fixes } of analyse(text).findings) {
      assert.equal(fixes?.().filter(({ preferred }) => preferred).length, 1);
    }
  });
});

describe('all safe mends together', () => {
  it('leave what needs a look', () => {
    const text = cms({
      preamble: ['*Recalling* Resolutions 7.9 and 12.4,'],
      operative: ['*Thanks* all; and', '*Decides* to end.'],
    });
    assert.equal(analyse(text).findings.length, 3);
    assert.equal(service.fixAll(text, optionsOf({})), text);
  });

  it('leave what is silenced, and what settings switch off', () => {
    const silenced = minamata({
      operative: ['1. *Thanks* all;', '<!-- resolute-disable-next-line -->\n3. Urges all;', '4. *Decides* b.'],
    });
    assert.equal(service.fixAll(silenced, optionsOf({})), silenced);
    const text = minamata({ operative: ['1. *Thanks* all;', '3. *Urges* all.'] });
    const off = optionsOf({ settings: { rules: { 'paragraph-numbering': 'off' } } });
    assert.equal(service.fixAll(text, off), text);
    assert.notEqual(service.fixAll(text, optionsOf({})), text);
  });

  it('mend several breaks of one sequence, one after the other', () => {
    const text = minamata({
      operative: ['1. *Thanks* a;', '3. *Urges* b;', '3. *Notes* c;', '9. *Asks* d;', '11. *Decides* e.'],
    });
    const after = minamata({
      operative: ['1. *Thanks* a;', '2. *Urges* b;', '3. *Notes* c;', '4. *Asks* d;', '5. *Decides* e.'],
    });
    assert.equal(service.fixAll(text, optionsOf({})), after);
  });

  it('touch no text that is no decision', () => {
    const text = '1. Requests for leave;\n\n3. Notes of meetings [bookmark: _x].\n';
    assert.equal(service.fixAll(text, optionsOf({ forced: false })), text);
  });
});
