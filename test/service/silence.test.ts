import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/rules/rule';
import { applyEdits } from '../../server/src/text/edits';
import { analyse, optionsOf, service } from '../support/findings';
import { fixtures } from '../support/fixtures';
import { minamata } from '../support/rule';

const plain = minamata({
  operative: ['1. *Thanks* all;', '2. Requests all to\nstop now;', '3. *Decides* to end.'],
});

const silencesAt = (text: string, words: string) => {
  const start = text.indexOf(words);
  return service.silences(analyse(text), { start, end: start + words.length });
};

/** `text` after the comment whose title ends so. */
const silenced = (text: string, words: string, where: string): string => {
  const fix = silencesAt(text, words).find(({ title }) => title.endsWith(where));
  assert.ok(fix, where);
  return applyEdits(text, fix.edits);
};

/** A comment on a line of its own moves the lines below it, which messages may name. */
const key = ({ rule, message }: Finding): string => `${rule} ${message.replace(/line \d+/g, 'line')}`;

describe('silencing a finding', function () {
  this.timeout(30_000);
  it('is offered in four ways', () => {
    assert.deepEqual(
      silencesAt(plain, 'Requests').map(({ title }) => title),
      [
        'Silence “verb-italics” in this line',
        'Silence “verb-italics” in the next line, by a comment above it',
        'Silence “verb-italics” in this paragraph',
        'Silence “verb-italics” in the whole text',
      ],
    );
  });

  const written: [where: string, before: string, after: string][] = [
    ['in this line', 'all to\nstop now;', 'all to <!-- resolute-disable-line verb-italics -->\nstop now;'],
    ['above it', '2. Requests', '<!-- resolute-disable-next-line verb-italics -->\n2. Requests'],
    [
      'in this paragraph',
      '2. Requests all to\nstop now;',
      '<!-- resolute-disable verb-italics -->\n2. Requests all to\nstop now;\n<!-- resolute-enable verb-italics -->',
    ],
  ];
  for (const [where, before, after] of written) {
    it(`${where} is written so`, () => {
      assert.equal(silenced(plain, 'Requests', where), plain.replace(before, after));
    });
  }

  it('in the whole text is written at the top, below the head', () => {
    const top = '<!-- resolute-disable verb-italics -->\n';
    const headless = plain.replace(/^---[\s\S]*?\n---\n/, '');
    assert.equal(silenced(headless, 'Requests', 'whole text'), `${top}${headless}`);
    const headed = `---\nbody: minamata\n---\n${headless}`;
    assert.equal(silenced(headed, 'Requests', 'whole text'), `---\nbody: minamata\n---\n${top}${headless}`);
  });

  it('joins a comment that the line has', () => {
    const text = plain.replace('all to\n', 'all to <!-- resolute-disable-line draft-head -- why -->\n');
    assert.match(
      silenced(text, 'Requests', 'in this line'),
      /all to <!-- resolute-disable-line draft-head, verb-italics -- why -->\n/,
    );
  });

  it('is written behind the sign of a comment in the head', () => {
    const text = minamata({ head: ['body: nobody', 'meeting: COP6'] });
    const head = (where: string) => silenced(text, 'nobody', where).split('\n').slice(0, 4).join('\n');
    assert.equal(
      head('in this line'),
      '---\nbody: nobody # <!-- resolute-disable-line draft-head -->\nmeeting: COP6\n---',
    );
    assert.equal(
      head('above it'),
      '---\n# <!-- resolute-disable-next-line draft-head -->\nbody: nobody\nmeeting: COP6',
    );
    assert.equal(head('whole text'), '---\n# <!-- resolute-disable draft-head -->\nbody: nobody\nmeeting: COP6');
    assert.equal(silencesAt(text, 'nobody').length, 3);
  });

  it('keeps the line ends of the text', () => {
    const text = silenced(plain.replaceAll('\n', '\r\n'), 'Requests', 'in this paragraph');
    assert.doesNotMatch(text, /[^\r]\n/);
  });

  for (const fixture of fixtures) {
    it(`takes away the finding, and adds none but of comments that it makes superfluous, wherever it is offered in ${fixture.name}`, () => {
      const { findings } = analyse(fixture.text, fixture);
      for (const finding of findings) {
        for (const fix of service.silences({ ...analyse(fixture.text, fixture), findings: [finding] }, finding.range)) {
          const left = service.analyse(applyEdits(fixture.text, fix.edits), optionsOf(fixture)).findings;
          const about = `${fix.title}: ${finding.message}`;
          const before = findings.map(key);
          const gone = left.filter((one) => key(one) === key(finding)).length;
          assert.ok(gone < before.filter((one) => one === key(finding)).length, about);
          assert.deepEqual(
            left
              .filter(({ rule }) => rule !== 'unused-directive')
              .map(key)
              .filter((one) => !before.includes(one)),
            [],
            about,
          );
        }
      }
    });
  }
});
