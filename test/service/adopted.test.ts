import assert from 'node:assert/strict';
import type { Pack } from '../../server/src/registry/pack';
import type { Service } from '../../server/src/service/api';
import { createService } from '../../server/src/service/service';
import { harbours } from '../support/harbours';

const revised: Pack = {
  ...harbours,
  revision: { id: 'M{meeting}', read: ['(Rev.M{meeting})'], write: '(Rev.M{meeting})' },
  meetings: [1, 2, 3, 4].map((ordinal) => ({
    id: `M${ordinal}`,
    name: `Meeting ${ordinal}`,
    ordinal,
    year: 2000 + ordinal,
  })),
  instruments: (harbours.instruments ?? []).map((one) =>
    one.id === 'HL-1/1' ? { ...one, revisions: ['M2', 'M4'] } : one,
  ),
};
const base = createService({ packs: [revised] });

const text = (heading: string, meeting: string, title: string, paragraph: string) => `---
body: harbours
status: adopted
---
# ${heading}

# ${title}

Adopted by the Assembly of the League of Harbours at its ${meeting} meeting

*The Assembly of the League of Harbours*,

1. ${paragraph}
`;

/** The service with the facts of these files. */
function withFiles(files: Readonly<Record<string, string>>): Service {
  const options = { settings: { rules: {} }, forced: true };
  const adopted = Object.entries(files).map(([file, content]) => {
    const found = base.adopted(base.analyse(content, options));
    assert.ok(found, file);
    return { file, text: found };
  });
  return base.withAdopted(adopted);
}

describe('adopted texts of a workspace', () => {
  it('become instruments, and what they repeal is repealed, by their file and line', () => {
    const repeal = '*Repeals* resolution HL-1/2;';
    const service = withFiles({ 'texts/2-1.md': text('Resolution HL-2/1', '2nd', 'QUAYS AND PIERS', repeal) });
    const [own] = service.lookup('HL-2/1');
    assert.equal(own?.title, 'QUAYS AND PIERS');
    assert.equal(own?.sources[0]?.file, 'texts/2-1.md:1');
    const [repealed] = service.lookup('HL-1/2');
    assert.equal(repealed?.status, 'repealed');
    assert.deepEqual(repealed?.repealedBy, ['HL-2/1']);
    const files = repealed?.sources.flatMap(({ file }) => file ?? []);
    assert.deepEqual(files, ['texts/2-1.md:13']);
    assert.equal(base.lookup('HL-1/2')[0]?.status, 'in-force');
  });

  it('of an earlier revision leave the later ones, and their title, as they are', () => {
    const nothing = '*Urges* members to light their lanterns.';
    const service = withFiles({ 'a.md': text('Resolution HL-1/1 (Rev.M3)', '3rd', 'OLD LANTERNS', nothing) });
    const [match] = service.lookup('HL-1/1');
    assert.equal(match?.revision, 'M4');
    assert.equal(match?.title, 'Lanterns of harbours');
    assert.match(service.page('HL-1/1') ?? '', /Revisions: M2, M3, M4\./);
  });

  it('win in the order of their revisions, whatever their files are called', () => {
    const nothing = '*Urges* members to light their lanterns.';
    const service = withFiles({
      'b.md': text('Resolution HL-1/2 (Rev.M2)', '2nd', 'BELLS', nothing),
      'a.md': text('Resolution HL-1/2 (Rev.M3)', '3rd', 'BELLS, FOGHORNS AND WHISTLES', nothing),
    });
    const [match] = service.lookup('HL-1/2');
    assert.equal(match?.revision, 'M3');
    assert.equal(match?.title, 'BELLS, FOGHORNS AND WHISTLES');
  });

  for (const [paragraph, repealed] of [
    ['*Notes* that resolution HL-1/1 is repealed by resolution HL-1/2;', []],
    ['*Decides* that resolution HL-1/1 is repealed by the present resolution;', ['HL-1/1']],
    ['*Decides* that resolution HL-1/1 is superseded by resolution HL-2/1;', ['HL-1/1']],
    ['*Decides* that this resolution supersedes resolutions HL-1/1 and HL-1/2;', ['HL-1/1', 'HL-1/2']],
    ['*Recalls* resolution HL-1/1;', []],
  ] as const) {
    it(`repeal ${repealed.join(' and ') || 'nothing'} by "${paragraph}"`, () => {
      const options = { settings: { rules: {} }, forced: true };
      const found = base.adopted(base.analyse(text('Resolution HL-2/1', '2nd', 'QUAYS', paragraph), options));
      assert.deepEqual(
        found?.repeals.map(({ instrument }) => instrument.id),
        repealed,
      );
    });
  }

  it('repeal the paragraphs they name, beside those of other texts, and no more', () => {
    const service = withFiles({
      'a.md': text('Resolution HL-2/1', '2nd', 'QUAYS', '*Repeals* paragraphs 3 and 5 (b) of resolution HL-1/2;'),
      'b.md': text('Resolution HL-2/2', '2nd', 'PIERS', '*Repeals* resolution HL-1/2, paragraph 7;'),
    });
    const [match] = service.lookup('HL-1/2');
    assert.equal(match?.status, 'partly-repealed');
    assert.deepEqual(match?.repealedBy, ['HL-2/1', 'HL-2/2']);
    assert.match(service.page('HL-1/2') ?? '', /paragraphs 3, 5 \(b\), by .*HL-2\/1; paragraph 7, by .*HL-2\/2/);
  });

  it('are linked to by file and line, at addresses of file systems alone', () => {
    const options = { settings: { rules: {} }, forced: true };
    const found = base.adopted(base.analyse(text('Resolution HL-2/1', '2nd', 'QUAYS', '*Urges* all.'), options));
    assert.ok(found);
    const page = (uri: string) => base.withAdopted([{ file: 'a b.md', uri, text: found }]).page('HL-2/1') ?? '';
    assert.ok(page('file:///texts/a%20b.md').includes('[a b.md:1](file:///texts/a%20b.md#L1)'));
    assert.ok(!page('command:evil').includes('(command:'));
    assert.ok(!page('file:///a)(b').includes('](file'));
  });

  it('are not drafts', () => {
    const options = { settings: { rules: {} }, forced: true };
    const draft = text('Resolution HL-2/1', '2nd', 'QUAYS', '*Urges* members.').replace('adopted', 'draft');
    assert.equal(base.adopted(base.analyse(draft, options)), null);
  });
});
