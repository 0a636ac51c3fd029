import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../../server/src/rules/index';
import { analyse } from '../support/findings';

const folder = path.join(__dirname, '..', '..', 'docs', 'rules');

/** The sections that each page has, in their order. */
const SECTIONS = ['What it flags', 'Why', 'Examples', 'How to silence it', 'When not to use it', 'Source'];

const examplesIn = (page: string, kind: 'good' | 'bad'): string[] =>
  [...page.matchAll(/^```decision (good|bad)\n([\s\S]*?)^```$/gm)].flatMap(([, found, text]) =>
    found === kind && text !== undefined ? [text] : [],
  );

const reportedBy = (rule: string, text: string) => analyse(text).findings.filter((finding) => finding.rule === rule);

describe('the pages of the rules', () => {
  it('are one a rule', () => {
    const wanted = rules.map(({ id }) => `${id}.md`).sort();
    assert.deepEqual(readdirSync(folder).sort(), wanted);
  });

  for (const { id, summary } of rules) {
    describe(id, () => {
      const page = readFileSync(path.join(folder, `${id}.md`), 'utf8');

      it('begins with the id and the summary of the rule', () => {
        assert.deepEqual(page.split('\n\n').slice(0, 2), [`# ${id}`, summary]);
      });

      it('has its sections, each with something in it', () => {
        const parts = page.split(/^## /m).slice(1);
        assert.deepEqual(
          parts.map((part) => part.slice(0, part.indexOf('\n'))),
          SECTIONS,
        );
        for (const part of parts) assert.match(part, /\n\n\S/);
      });

      it('has bad examples that the rule reports', () => {
        const bad = examplesIn(page, 'bad');
        assert.ok(bad.length > 0);
        for (const text of bad) assert.ok(reportedBy(id, text).length > 0, text);
      });

      it('has good examples that no rule reports', () => {
        const good = examplesIn(page, 'good');
        assert.ok(good.length > 0);
        for (const text of good) assert.deepEqual(analyse(text).findings, [], text);
      });

      it('shows how to silence it', () => {
        const comment = /^```markdown\n(<!-- resolute-disable\S* [^\n]*-->)\n```$/m.exec(page)?.[1];
        assert.ok(comment?.includes(` ${id} `), 'a comment for this rule');
        assert.match(page, new RegExp(`^\`\`\`yaml\nrules:\n {2}${id}: off\n\`\`\`$`, 'm'));
      });

      it('leads only to files that are there', () => {
        for (const [, target] of page.matchAll(/\]\(([^)#]+)[^)]*\)/g)) {
          if (target === undefined || /^https?:/.test(target)) continue;
          assert.doesNotThrow(() => readFileSync(path.resolve(folder, target)), target);
        }
      });
    });
  }
});
