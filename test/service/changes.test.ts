import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import type { Analysis } from '../../server/src/service/api';
import { optionsOf, service } from '../support/findings';
import { fixtures } from '../support/fixtures';

/** What drafters type, and what rules look at. */
const TYPED = [
  ...['a', 'e', ' ', '.', ';', ',', ':', '7', '*', '[', ']', '“', '”', '\n', '\n\n', '\r\n', ' and', 'also '],
  ...['1. ', '(a) ', '2. Requests parties;\n', 'x\n\n3. *Decides* to;\n\n', 'Recalling ', 'Option 1: ', 'I. Bells\n'],
  ...[
    '# Bells\n',
    'Annex I\n',
    'Resolution 7.9',
    'Repeals Resolution 7.9;',
    'paragraph 2 above',
    '2015-2023',
    'annexed ',
  ],
  ...['Secretariat ', 'secretariat ', '(BLG) ', 'BLG ', 'organise ', 'biodiversity related ', 'Conference of Parties '],
  ...[
    'article 99 of the Convention',
    '[^1]',
    '[^1]: See there.\n',
    '<!-- resolute-disable-line -->',
    '[footnoteRef:2]',
  ],
];

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  deleted: fc.oneof({ weight: 6, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.nat(300) }),
  typed: fc.constantFrom('', ...TYPED),
});

const texts = fixtures.map(({ text }) => text).filter((text) => text.length < 6000);
const options = optionsOf({ settings: { rules: { 'open-bracket': 'warning' } } });

/** All that a user sees of an analysis. */
const seen = (analysis: Analysis) => ({
  findings: analysis.findings.map(({ fixes, ...finding }) => ({ ...finding, isMended: fixes !== undefined })),
  facts: service.facts(analysis),
});

describe('The analysis of a text after a change', () => {
  it('is the same as without the one before', function () {
    this.timeout(120_000);
    const property = fc.property(fc.constantFrom(...texts), fc.array(edit), (text, edits) => {
      let now = text;
      let analysis = service.analyse(now, options);
      for (const { at, deleted, typed } of edits) {
        const start = Math.floor(at * now.length);
        now = now.slice(0, start) + typed + now.slice(start + deleted);
        analysis = service.analyse(now, options, analysis);
        assert.deepEqual(seen(analysis), seen(service.analyse(now, options)));
      }
    });
    fc.assert(property, { numRuns: 100 });
  });

  it('moves a fault to the new end of a paragraph that goes on with the same words', () => {
    const text = '# Decision 1/1: Bells\n\n*The Conference of the Parties*,\n\n1. Requests parties; and';
    const before = service.analyse(text, options);
    for (const more of [' parties; and', '\nparties; and', ' ring parties; and']) {
      const now = text + more;
      assert.deepEqual(seen(service.analyse(now, options, before)), seen(service.analyse(now, options)));
    }
  });

  it('has the same mends', function () {
    this.timeout(60_000);
    for (const { text } of fixtures) {
      const before = service.analyse(`${text}\n`, options);
      const mends = ({ findings }: Analysis) => findings.map((finding) => finding.fixes?.() ?? []);
      assert.deepEqual(mends(service.analyse(text, options, before)), mends(service.analyse(text, options)));
    }
  });

  it('takes nothing over from other settings', () => {
    const [{ text } = { text: '' }] = fixtures;
    const before = service.analyse(text, optionsOf({ settings: { rules: { 'verb-italics': 'off' } } }));
    assert.deepEqual(seen(service.analyse(text, options, before)), seen(service.analyse(text, options)));
  });

  it('lets go of the texts before it', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const paragraphs = Array.from(
      { length: 30 },
      (_, i) => `${i + 1}. Invites Parties to count bells under Resolution 7.9;`,
    );
    const text = `${['# Draft Resolution on bells', 'The Conference of the Parties', ...paragraphs].join('\n\n')}\n\nThe end`;
    const edited = () => {
      const typed = (i: number) => text.replace('count bells under', `count ${'x'.repeat(i)}bells under`);
      const first = service.analyse(typed(1), options, service.analyse(text, options));
      let last = first;
      for (let i = 2; i < 6; i++) last = service.analyse(typed(i), options, last);
      return { before: new WeakRef(first.basis.cited), last };
    };
    const { before, last } = edited();
    await new Promise((done) => setImmediate(done));
    collect();
    assert.ok(before.deref() === undefined, 'an older text is still held');
    assert.ok(last.findings.some(({ fixes }) => fixes));
  });
});
