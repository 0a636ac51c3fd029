import assert from 'node:assert/strict';
import { analyse } from '../support/findings';
import { cms, ruleUnderTest } from '../support/rule';

const { findings, flagged, messages } = ruleUnderTest('draft-head');

const headed = (...head: string[]) => cms({ head, preamble: ['*Recalling* Resolution 11.11,'] });

describe('draft-head', () => {
  it('flags a head that is not YAML, once, at its fault', () => {
    const text = headed('body: cms', 'meeting: @COP16', 'symbol: @');
    assert.deepEqual(flagged(text), ['warning: @']);
    assert.equal(findings(text)[0]?.range.start, text.indexOf('@COP16'));
    assert.deepEqual(messages(text), [
      'The head of the draft is not valid YAML: Plain value cannot start with reserved character @. Mend it or remove it.',
    ]);
  });

  it('flags a body that no pack has, and takes one in any case or by its name', () => {
    assert.deepEqual(flagged(headed('body: cmss', 'meeting: COP16')), ['warning: cmss']);
    for (const body of ['CMS', 'Cms']) assert.equal(analyse(headed(`body: ${body}`)).identity.body, 'cms');
  });

  it('flags a value that its key cannot have, in a head that is ours', () => {
    assert.deepEqual(messages(headed('body: cms', 'status: finaal')), [
      '“finaal” is no status that Resolute knows. Write draft, final or adopted.',
    ]);
  });

  it('keeps what stands above the fault', () => {
    assert.equal(analyse(headed('meeting: COP12', 'symbol: @')).draft.head.meeting, 'COP12');
  });

  describe('leaves alone', () => {
    const right: Record<string, string> = {
      'no head': cms({ head: [] }),
      'all keys there are': headed(
        'body: cms',
        'house-style: cms',
        'language: en',
        'meeting: COP16',
        'status: draft',
        'symbol: UNEP/CMS/COP16/CRP.3',
        'translation-of: nests.fr.resolution.md',
      ),
      'keys and values of other tools': headed('title: Nests', 'tags: [a, b]', 'language: eng', 'status: published'),
      'an empty head': '---\n---\n\n# Decision MC-8/1: Glass\n',
      'prose between two rules': '---\n\nA note: read this first.\nThen the rest.\n\n---\n\n# Decision MC-8/1: Glass\n',
    };
    for (const [name, text] of Object.entries(right)) it(name, () => assert.deepEqual(flagged(text), []));
  });
});
