import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Range } from '../../server/src/text/range';
import { analyse, optionsOf, service } from '../support/findings';
import { fixtures } from '../support/fixtures';

const RUNS = 300;

/** What drafts are made of, and what conversions and hostile hands put between. */
const PIECES = [
  '*',
  '**',
  '_',
  '*Recalling*',
  'Noting with concern',
  '*Requests*',
  'Also urges',
  'Takes note of',
  'DECIDES',
  'Rappelant',
  'Decide',
  '1. ',
  '2. ',
  '3 bis. ',
  '(a) ',
  '(b) ',
  '(i) ',
  '(ii) ',
  'a) ',
  'IV. ',
  '12 ',
  '[3.] ',
  '99. ',
  'Resolution 7.9',
  'Resolutions 12.4 and 11.11',
  '(Rev.COP13)',
  '(Rev.',
  'decision MC-6/23',
  'MC-3/11, MC-4/9',
  'UNEP/EA.5/Res.14',
  'decision 5/2',
  '1/CP.21',
  'UNEP/CMS/COP15/Doc.1',
  'The Conference of the Parties,',
  '*The Conference of the Parties*,',
  'General Assembly',
  '# ',
  '## Annex',
  'Annex I',
  '[',
  ']',
  '(',
  ')',
  '“',
  '”',
  '"',
  '[bookmark: _Toc1]',
  '[footnoteRef:2]',
  '[2:  Ibid.]',
  '[^1]',
  '[^1]: Note.',
  '<!-- resolute-disable -->',
  '<!-- resolute-disable-next-line verb-italics -->',
  '<!--',
  '-->',
  '<p>',
  '<em>',
  '</em>',
  '```',
  '---',
  '---\nbody: cms\nmeeting: COP12\n---\n',
  '&nbsp;',
  ';',
  ',',
  '.',
  ':',
  ' and ',
  ' of the ',
  ' paragraph 2 above',
  ' repeals ',
  ' the Secretariat to report',
  '\t',
  ' ',
  '  ',
  '\u00a0',
  '\u202f',
  '\u200b',
  '\ufeff',
  '\u{1d11e}',
  '🌡',
  '\ud800',
  '–',
  '\n',
  '\n\n',
  '\r\n',
  '\r\n\r\n',
  '\r',
  '\u2028',
];

const soup = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string() }), {
    maxLength: 80,
  })
  .map((pieces) => pieces.join(''));

/** A fixture with some stretches taken out, doubled or replaced. */
const edited = fc
  .record({
    fixture: fc.constantFrom(...fixtures),
    changes: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat(40),
        by: fc.constantFrom('', '', '\n', '\n\n', ...PIECES),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ fixture, changes }) => ({
    forced: fixture.forced,
    text: changes.reduce((text, { at, length, by }) => {
      const start = Math.floor(at * text.length);
      return text.slice(0, start) + by + text.slice(start + length);
    }, fixture.text),
  }));

/** Every range that an analysis of a text gives away. */
function* rangesOf(text: string, forced: boolean): Iterable<[what: string, range: Range]> {
  const analysis = analyse(text, { forced });
  const { draft, citations, documents, findings } = analysis;
  for (const paragraph of draft.paragraphs) {
    yield ['paragraph', paragraph.range];
    if (paragraph.label) yield ['label', paragraph.label.range];
    for (const opening of [paragraph.opening, ...paragraph.secondVerbs]) if (opening) yield ['opening', opening.range];
  }
  for (const { range, revisionRange } of citations) {
    yield ['citation', range];
    if (revisionRange) yield ['revision', revisionRange];
  }
  for (const one of documents) yield ['document', one.range];
  for (const one of draft.footnotes) yield ['footnote', one.range];
  for (const one of draft.artefacts) yield ['artefact', one.range];
  for (const { range } of [...draft.brackets, ...draft.looseBrackets]) yield ['bracket', range];
  if (draft.enactingFormula) yield ['formula', draft.enactingFormula.range];
  for (const { rule, range, related, fixes } of findings) {
    yield [rule, range];
    for (const one of related ?? []) yield [`related to ${rule}`, one.range];
    for (const { edits } of fixes?.() ?? []) for (const edit of edits) yield [`mend of ${rule}`, edit.range];
  }
  service.facts(analysis);
  for (const { range } of findings) {
    const hover = service.hover(analysis, range.start);
    if (hover) yield ['hover', hover.range];
  }
}

function liesInside(text: string, forced: boolean): void {
  for (const [what, { start, end }] of rangesOf(text, forced)) {
    const isInside =
      Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length;
    assert.ok(isInside, `${what}: ${start}–${end} of ${text.length}`);
  }
}

function staysMended(text: string, forced: boolean): void {
  const options = optionsOf({ forced });
  const once = service.fixAll(text, options);
  assert.equal(service.fixAll(once, options), once);
}

describe('whatever the text', function () {
  this.timeout(60_000);

  it('it is read without a fault, and every range lies inside it', () => {
    fc.assert(
      fc.property(soup, fc.boolean(), (text, forced) => liesInside(text, forced)),
      { numRuns: RUNS },
    );
  });

  it('a draft with changes is read without a fault, and every range lies inside it', () => {
    fc.assert(
      fc.property(edited, ({ text, forced }) => liesInside(text, forced)),
      { numRuns: RUNS },
    );
  });

  it('mending a draft twice gives what mending once gives', () => {
    fc.assert(
      fc.property(edited, ({ text, forced }) => staysMended(text, forced)),
      { numRuns: RUNS },
    );
  });

  it('mending any text twice gives what mending once gives', () => {
    fc.assert(
      fc.property(soup, (text) => staysMended(text, true)),
      { numRuns: RUNS },
    );
  });

  it('the same text gives the same findings', () => {
    fc.assert(
      fc.property(edited, ({ text, forced }) => {
        const told = () => analyse(text, { forced }).findings.map(({ rule, message, range }) => [rule, message, range]);
        assert.deepEqual(told(), told());
      }),
      { numRuns: RUNS },
    );
  });

  it('looking up anything gives an answer', () => {
    fc.assert(
      fc.property(soup, (query) => assert.ok(service.lookup(query).length <= 20)),
      { numRuns: RUNS },
    );
  });
});
