import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { serviceOverPacks } from './support/service';
import { type Choose, expand } from './support/snippet';

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const file = path.join(__dirname, '..', 'snippets', 'decision.json');
const snippets: Record<string, Snippet> = JSON.parse(readFileSync(file, 'utf8'));
const service = serviceOverPacks();
const settings = { rules: {} };

const found = (text: string) => service.analyse(text, { settings, forced: true }).findings;
const findings = (text: string): string[] => found(text).map(({ rule, message }) => `${rule}: ${message}`);

const body = (name: string): readonly string[] => {
  const snippet = snippets[name];
  assert.ok(snippet, `there is no snippet "${name}"`);
  return snippet.body;
};

/** The choices of a snippet one after the other; where a list is shorter than `index` its last. */
const nth =
  (index: number): Choose =>
  (choices) =>
    choices[Math.min(index, choices.length - 1)] as string;

const wholes = [
  { name: 'Minamata decision', formula: 'The Conference of the Parties', preambular: 2, operative: 3, items: 2 },
  {
    name: 'CMS resolution',
    formula: 'The Conference of the Parties to the Convention on the Conservation of Migratory Species of Wild Animals',
    preambular: 3,
    operative: 3,
    items: 0,
  },
  {
    name: 'UNEA resolution',
    formula: 'The United Nations Environment Assembly',
    preambular: 2,
    operative: 2,
    items: 2,
  },
];

describe('snippets', () => {
  for (const { name, formula, preambular, operative, items } of wholes) {
    describe(name, () => {
      it('is a draft with every part', () => {
        const facts = service.facts(service.analyse(expand(body(name)), { settings, forced: false }));
        const count = (part: string, level: number) =>
          facts.paragraphs.filter((paragraph) => paragraph.part === part && (paragraph.level === 0 ? 0 : 1) === level);
        assert.match(facts.enactingFormula?.text ?? '', new RegExp(`^\\*?${formula}\\*?,?$`));
        assert.equal(count('preamble', 0).length, preambular);
        assert.equal(count('operative', 0).length, operative);
        assert.equal(count('operative', 1).length, items);
      });

      for (const index of [0, 1, 2, 3]) {
        it(`gives no finding with choice ${index + 1} of each list`, () => {
          assert.deepEqual(findings(expand(body(name), nth(index))), []);
        });
      }
    });
  }

  it('of paragraphs fit together without more than hints, which depend on what stands beside them', () => {
    const paragraphs = ['Operative paragraph', 'Operative paragraph with sub-paragraphs', 'Repeal clause'];
    for (let index = 0; index < 9; index++) {
      const operative = paragraphs.map((name, place) =>
        expand(body(name), nth(index))
          .replace(/^1\./, `${place + 1}.`)
          .trim(),
      );
      const preamble = expand(body('Preambular paragraph'), nth(index)).trim();
      const text = ['# Draft resolution', preamble, '*The Conference of the Parties*', ...operative].join('\n\n');
      const whole = found(`---\nbody: cms\n---\n\n${text}\n`);
      assert.deepEqual(
        whole.filter(({ severity }) => severity !== 'hint'),
        [],
        text,
      );
    }
  });

  it('tell what they are, and no two have one prefix', () => {
    const prefixes = Object.values(snippets).flatMap(({ prefix, description }) => {
      assert.ok(description.length > 0);
      return prefix;
    });
    assert.equal(new Set(prefixes).size, prefixes.length);
  });

  it('have a place for the cursor at the end', () => {
    for (const [name, snippet] of Object.entries(snippets)) assert.match(snippet.body.join('\n'), /\$0$/, name);
  });
});
