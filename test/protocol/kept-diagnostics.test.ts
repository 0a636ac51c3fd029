import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { type Place, toDiagnostic } from '../../server/src/protocol/convert';
import { diagnosticsAfter, type KeptDiagnostics } from '../../server/src/protocol/kept-diagnostics';
import type { Analysis } from '../../server/src/service/api';
import { everyFeature } from '../support/features';
import { optionsOf, service } from '../support/findings';
import { fixtures } from '../support/fixtures';

const texts = fixtures.map(({ text }) => text).filter((text) => text.length < 6000);
const options = optionsOf({});
const placeOf = ({ lines }: Analysis): Place => ({
  uri: 'file:///a.decision.md',
  lines,
  features: everyFeature,
  rulePages: 'https://example.org/rules/',
});

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  deleted: fc.oneof({ weight: 6, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.nat(200) }),
  typed: fc.constantFrom(
    '',
    'a',
    ' ',
    ';',
    '\n',
    '\n\n',
    '1. ',
    '*',
    '[',
    'Secretariat ',
    'article 99 of the Convention',
  ),
});

describe('Diagnostics kept from one reading to the next', () => {
  it('are those that are made anew, and known to be the same where they are', function () {
    this.timeout(60_000);
    const property = fc.property(fc.constantFrom(...texts), fc.array(edit), (text, edits) => {
      let now = text;
      let analysis: Analysis | undefined;
      let kept: KeptDiagnostics | undefined;
      for (const { at, deleted, typed } of [{ at: 0, deleted: 0, typed: '' }, ...edits]) {
        const start = Math.floor(at * now.length);
        now = now.slice(0, start) + typed + now.slice(start + deleted);
        analysis = service.analyse(now, options, analysis);
        const place = placeOf(analysis);
        const before = kept?.items;
        kept = diagnosticsAfter(kept, analysis.notices, place);
        assert.deepEqual(
          kept.items,
          analysis.findings.map((finding) => toDiagnostic(finding, place)),
        );
        assert.equal(kept.isSame, isDeepStrictEqual(kept.items, before));
      }
    });
    fc.assert(property, { numRuns: 50 });
  });

  it('are the same objects on other lines than the changed one', () => {
    const lines = Array.from(
      { length: 30 },
      (_, i) => `${i + 1}. Invites Parties to count the bells [of their towers;`,
    );
    const text = `# Draft Resolution on bells\n\nThe Conference of the Parties\n\n${lines.join('\n\n')}\n\nThe end`;
    const analysis = service.analyse(text, options);
    const first = diagnosticsAfter(undefined, analysis.notices, placeOf(analysis));
    const next = service.analyse(
      text.replace('15. Invites Parties to', '15. Invites all Parties to'),
      options,
      analysis,
    );
    const second = diagnosticsAfter(first, next.notices, placeOf(next));
    const isElsewhere = ({ range }: (typeof first.items)[number]) => range.start.line !== 4 + 14 * 2;
    const elsewhere = second.items.filter(isElsewhere);
    assert.ok(elsewhere.length > 10);
    assert.ok(elsewhere.every((item) => first.items.includes(item)));
  });
});
