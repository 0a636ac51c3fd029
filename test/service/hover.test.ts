import assert from 'node:assert/strict';
import { analyse, service } from '../support/findings';
import { analyseLakes, hostileTitle, lakesService } from '../support/lakes';
import { cms } from '../support/rule';

/** The hover over the first `words` of a text, and the words it is shown for. */
function hoverOn(text: string, words: string): { words: string; paragraphs: string[] } | undefined {
  const hover = service.hover(analyse(text), text.indexOf(words));
  return hover && { words: text.slice(hover.range.start, hover.range.end), paragraphs: hover.markdown.split('\n\n') };
}

/** The paragraphs of the hover over a citation of the lakes convention. */
function lakesHover(cited: string, before = ''): string[] {
  const text = `*Recalling* ${before}decision ${cited} of the Lakes Convention,\n\n1. *Thanks* all.\n`;
  return lakesService.hover(analyseLakes(text), text.indexOf(cited))?.markdown.split('\n\n') ?? [];
}

const BODY = 'Convention on the \\<u\\>Example\\</u\\> Lakes';

describe('the hover', () => {
  describe('over a citation', () => {
    it('says what is known: title, body, meeting, place, year, status and its date, revisions, relations, source', () => {
      const text = cms({ preamble: ['*Recalling* Resolution 12.4,'] });
      assert.deepEqual(hoverOn(text, '12.4'), {
        words: '12.4',
        paragraphs: [
          '**Resolution 12.4**',
          '*Scientific Council*',
          'Convention on the Conservation of Migratory Species of Wild Animals · 12th Meeting of the Conference of the Parties · Manila, Philippines · 2017',
          '⟳ Revised since (known after COP14).',
          'Current revision: Resolution 12.4 (Rev.COP14).',
          'Revisions: COP14.',
          'Replaces: Resolution 3.4, Resolution 4.5, Resolution 6.7, Resolution 7.12, Resolution 8.21, Resolution 11.4.',
          'Source: [www.cms.int](https://www.cms.int/documents/cop-resolutions)',
        ],
      });
    });

    it('says what repealed it, also where the draft is too old to be blamed', () => {
      const text = cms({ head: ['body: cms', 'meeting: COP12'], preamble: ['*Recalling* Resolution 11.11,'] });
      assert.deepEqual(analyse(text).findings, []);
      assert.ok(
        hoverOn(text, '11.11')?.paragraphs.includes('✗ Repealed by Resolution 11.10 (Rev.COP13) (as of COP13).'),
      );
    });

    it('reaches over the revision', () => {
      const text = cms({ preamble: ['*Recalling* Resolution 11.10 (Rev.COP13),'] });
      assert.equal(hoverOn(text, 'Rev.COP13')?.words, '11.10 (Rev.COP13)');
    });

    it('stands for each number of a list', () => {
      const text = cms({ preamble: ['*Recalling* Resolutions 12.3 and 12.9,'] });
      assert.equal(hoverOn(text, '12.9')?.paragraphs[0], '**Resolution 12.9**');
    });

    it('says that a source is only a copy', () => {
      const [, copy] =
        hoverOn(cms({ preamble: ['*Recalling* Resolution 12.7,'] }), '12.7')
          ?.paragraphs.at(-1)
          ?.split(', ') ?? [];
      assert.match(copy ?? '', /^\[[^\]]+\]\([^)]+\) \(a copy\)$/);
    });

    it('says once that a revised text is repealed', () => {
      const paragraphs = hoverOn(cms({ preamble: ['*Recalling* Resolution 12.7,'] }), '12.7')?.paragraphs ?? [];
      assert.ok(paragraphs.some((one) => one.startsWith('✗ Repealed with its revision (Rev.COP13)')));
      assert.ok(!paragraphs.some((one) => one.startsWith('Current revision')));
    });

    it('says how sure the registry is', () => {
      assert.deepEqual(lakesHover('LC-2/5 (Rev.COP2)').slice(3), [
        '⟳ Revised since — inferred, no source states it.',
        'Current revision: decision LC-2/5 (Rev.COP3).',
        'Revisions: COP3.',
      ]);
      assert.equal(lakesHover('LC-2/8')[3], '⌛ Expired — inferred, no source states it.');
    });

    it('tells several that repealed it, and parts that are repealed', () => {
      assert.equal(lakesHover('LC-2/6')[3], '✗ Repealed by decision LC-3/1 and decision LC-3/2.');
      assert.equal(lakesHover('LC-2/7')[3], '◐ Partly repealed: paragraph 4, by decision LC-3/1.');
      assert.equal(lakesHover('LC-2/7', 'paragraph 4 of ')[3], '✗ Paragraph 4 repealed by decision LC-3/1.');
      const other = lakesHover('LC-2/7', 'paragraph 5 of ');
      assert.deepEqual(other.slice(3, 5), [
        '✓ In force — inferred, no source states it.',
        'Repealed of it: paragraph 4.',
      ]);
      assert.equal(lakesHover('LC-2/7')[1], 'On fish ladders (the title is not known here).');
      assert.equal(lakesHover('LC-3/1')[4], 'Replaces: decision LC-2/6.');
    });

    it('says that a number does not exist, and how that is known', () => {
      assert.deepEqual(lakesHover('LC-1/9'), [
        '**decision LC-1/9**',
        BODY,
        '∅ Does not exist.',
        'Every number of COP1 is listed.',
      ]);
      assert.deepEqual(lakesHover('LC-2/15').slice(2), ['∅ Does not exist.', 'The numbers of COP2 end at 14.']);
    });

    it('says that it does not know', () => {
      assert.deepEqual(lakesHover('LC-3/9').slice(2), [
        '? Status not known.',
        'The registry does not list this number, and does not know whether it exists.',
      ]);
    });

    it('says that a body is not covered', () => {
      const text = '*Recalling* decision B.17/09 of the Green Climate Fund,\n\n1. *Thanks* all.\n';
      assert.deepEqual(hoverOn(text, 'B.17')?.paragraphs.slice(2), ['? The registry does not cover this body.']);
    });

    it('names the bodies that a number could mean', () => {
      const text = '*Recalling* decision 5/2,\n\n1. *Thanks* all.\n';
      const last = hoverOn(text, '5/2')?.paragraphs.at(-1) ?? '';
      assert.match(last, /^The same words could also mean: decision 5\/2 \([A-Z].*\)\. Name the body to say which\.$/);
    });
  });

  describe('over an opening', () => {
    const text = cms({
      preamble: ['*Recalling also* nests,'],
      operative: ['1. *Also requests* villages to help and *invites* the others;', '2. *Decides* to end.'],
    });

    it('says whether it is preambular or operative, and how strong', () => {
      assert.deepEqual(hoverOn(text, 'Recalling'), {
        words: 'Recalling also',
        paragraphs: ['**Recalling also** — preambular: gives a reason.', 'From “Recalling”.'],
      });
      assert.deepEqual(hoverOn(text, 'Also requests'), {
        words: 'Also requests',
        paragraphs: [
          '**Also requests** — operative: acts.',
          'Strength: *request* — address, the normal form to a secretariat. No official scale exists.',
          'From “Requests”.',
        ],
      });
    });

    it('knows second verbs', () => {
      assert.equal(hoverOn(text, 'invites')?.paragraphs[0], '**invites** — operative: acts.');
    });

    it('is silent on words of the lexicon that open nothing', () => {
      assert.equal(
        hoverOn(cms({ operative: ['1. *Thanks* all;', '2. *Decides* what urges all.'] }), 'urges'),
        undefined,
      );
    });
  });

  it('over a document symbol says body, meeting and kind', () => {
    const text = cms({
      preamble: ['*Noting* UNEP/CMS/COP15/Doc.28.4, UNEP/MC/COP.6/INF/29/Rev.1 and XYZ/AB/COP.1/2,'],
    });
    assert.deepEqual(hoverOn(text, 'UNEP/MC'), {
      words: 'UNEP/MC/COP.6/INF/29/Rev.1',
      paragraphs: [
        '**UNEP/MC/COP.6/INF/29/Rev.1**',
        'Minamata Convention on Mercury (Conference of the Parties to the Minamata Convention on Mercury)',
        'Meeting COP6 · information document · revised',
      ],
    });
    assert.equal(hoverOn(text, 'UNEP/CMS/COP15')?.paragraphs[2], 'Meeting COP15 · meeting document');
  });

  it('is silent elsewhere', () => {
    const text = cms({});
    for (const words of ['NESTS', 'villages', 'of the Parties', '1.'])
      assert.equal(hoverOn(text, words), undefined, words);
    assert.equal(service.hover(analyse(text), text.length), undefined);
    assert.equal(service.hover(analyse(text), text.length + 9), undefined);
    assert.equal(service.hover(analyse(''), 0), undefined);
  });

  it('shows texts of a pack as plain text, whatever they hold', () => {
    const [, title = '', ...rest] = lakesHover('LC-1/1');
    assert.equal(
      title,
      '*\\[Free\\](command:evil) \\!\\[x\\](http://example.org/x.png) \\<b onmouseover="x"\\>\\*bold\\*\\</b\\> \\`code\\` \\# Heading \\| cell --- \\> quote &amp; &amp;lt;*',
    );
    assert.ok(hostileTitle.includes('[Free](command:evil)'));
    assert.equal(rest[0], `${BODY} · First meeting · 2011`);
    const sources = rest.at(-1) ?? '';
    assert.deepEqual(
      [...sources.matchAll(/\]\(([^)]*)\)/g)]
        .map(([, target]) => target)
        .filter((target) => !/^https:/.test(target ?? '')),
      ['command:evil'],
    );
    assert.ok(sources.includes('javascript:alert(1)') && !sources.includes('(javascript:'));
  });
});
