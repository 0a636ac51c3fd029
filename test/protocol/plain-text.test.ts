import assert from 'node:assert/strict';
import { plainText } from '../../server/src/protocol/plain-text';

describe('plain text of a hover', () => {
  const cases: [name: string, markdown: string, plain: string][] = [
    ['loses its emphasis', '**Resolution 7.9** *Cooperation*', 'Resolution 7.9 Cooperation'],
    ['keeps the addresses of links', 'See [the text](https://example.org/a).', 'See the text (https://example.org/a).'],
    ['loses headings, quotes and rules', '### Title\n\n---\n\n> said', 'Title\n\n\nsaid'],
    ['keeps escaped characters', 'MC\\-4/9 \\*not this\\* snake_case', 'MC-4/9 *not this* snake_case'],
    ['loses code ticks and hard breaks', '`UNEP/CMS/COP13`  \nnext\\\nlast', 'UNEP/CMS/COP13\nnext\nlast'],
  ];
  for (const [name, markdown, plain] of cases) {
    it(name, () => assert.equal(plainText(markdown), plain));
  }

  it('is made in a time that grows with the length, whatever the text', () => {
    for (const unit of ['[', '](', '*', '\\', '# ', '![a](', '`', '- ']) {
      const cost = (count: number) => {
        const text = unit.repeat(count);
        const times = [1, 2, 3, 4, 5].map(() => {
          const started = performance.now();
          plainText(text);
          return performance.now() - started;
        });
        return Math.min(...times);
      };
      assert.ok(cost(80_000) / Math.max(cost(10_000), 0.5) < 40, `eight times ${JSON.stringify(unit)}`);
    }
  });
});
