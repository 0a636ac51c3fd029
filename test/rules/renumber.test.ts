import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Renumbering } from '../../server/src/rules/renumber';
import type { Label } from '../../server/src/structure/model';
import { applyEdits } from '../../server/src/text/edits';
import { analyse, optionsOf, service } from '../support/findings';
import { minamata } from '../support/rule';

const RUNS = 120;
const VERBS = ['Thanks', 'Urges', 'Invites', 'Requests', 'Notes', 'Welcomes'];

/** A paragraph of a random draft: its items, and what it refers to: indexes of paragraphs and, below them, of items. */
interface Planned {
  readonly items: number;
  readonly references: readonly { readonly paragraph: number; readonly item: number; readonly shape: number }[];
}

const planned: fc.Arbitrary<Planned> = fc.record({
  items: fc.integer({ min: 0, max: 4 }),
  references: fc.array(fc.record({ paragraph: fc.nat(), item: fc.nat(), shape: fc.nat() }), { maxLength: 3 }),
});

const letter = (i: number): string => String.fromCharCode(97 + i);
/** References to other texts. */
const OTHERS = /paragraph \d+ of (?:article|decision)/g;
/** What tells a paragraph apart, whatever its number. */
const nameOf = (paragraph: number, item?: number): string =>
  item === undefined ? `«p${paragraph}»` : `«p${paragraph}i${item}»`;

/** How a paragraph with `number` is named, and the names of all it leads to. */
function reference(plan: readonly Planned[], numbers: readonly number[], one: Planned['references'][number]) {
  const paragraph = one.paragraph % plan.length;
  const number = numbers[paragraph] as number;
  const items = plan[paragraph]?.items ?? 0;
  const item = items > 0 ? one.item % items : 0;
  switch (one.shape % 4) {
    case 0:
      return items > 0
        ? { text: `paragraph ${number} (${letter(item)}) of the present decision`, to: [nameOf(paragraph, item)] }
        : { text: `paragraph ${number} of the present decision`, to: [nameOf(paragraph)] };
    case 1: {
      const last = Math.min(plan.length - 1, paragraph + 2);
      const to = Array.from({ length: last - paragraph + 1 }, (_, i) => nameOf(paragraph + i));
      if (last === paragraph) return { text: `paragraph ${number} of the present decision`, to };
      return { text: `paragraphs ${number}–${numbers[last]} of the present decision`, to };
    }
    case 2:
      return { text: `paragraph ${number} of article 14, and paragraph ${number} of decision MC-4/9`, to: [] };
    default:
      return {
        text: `paragraphs ${number} and ${numbers[0]} of the present decision`,
        to: [nameOf(paragraph), nameOf(0)],
      };
  }
}

/** The draft of a plan whose paragraphs have `numbers`, and what each reference leads to, in the order of the text. */
function written(plan: readonly Planned[], numbers: readonly number[]) {
  const wanted: string[][] = [];
  const lines = plan.flatMap(({ items, references }, i) => {
    const made = references.map((one) => reference(plan, numbers, one));
    wanted.push(...made.filter(({ to }) => to.length > 0).map(({ to }) => to));
    const last = i + 1 === plan.length;
    const said = made.map(({ text }) => `, as in ${text}`).join('');
    const head = `${numbers[i]}. *${VERBS[i % VERBS.length]}* all for ${nameOf(i)}${said}`;
    if (items === 0) return [`${head}${last ? '.' : ';'}`];
    const list = Array.from({ length: items }, (_, k) => {
      const end = last && k + 1 === items ? '.' : ';';
      return `(${letter(k)}) To look at ${nameOf(i, k)}${end}`;
    });
    return [`${head}:`, ...list];
  });
  return { text: minamata({ operative: lines }), wanted };
}

/** The names of what each own reference of a text leads to, by the labels that stand in it. */
function led(text: string): string[][] {
  const { draft, references } = analyse(text);
  const names = new Map<string, string[]>();
  let top = '';
  for (const { level, label, block } of draft.paragraphs) {
    if (label === null) continue;
    const own = label.text.replace(/[()]/g, '');
    if (level === 0) top = own;
    const key = level === 0 ? own : `${top}/${own}`;
    names.set(key, [...(names.get(key) ?? []), /«[^»]*»/.exec(block.clean)?.[0] ?? '']);
  }
  return references
    .filter(({ whose, kind }) => whose === 'own' && kind === 'paragraph')
    .map(({ members }) =>
      members.flatMap(({ steps, through }, i) => {
        const key = steps.map((step) => step.key).join('/');
        if (!through) return names.get(key) ?? ['nothing'];
        const from = Number(members[i - 1]?.steps[0]?.key) + 1;
        return Array.from({ length: Number(key) - from + 1 }, (_, k) => names.get(String(from + k)) ?? []).flat();
      }),
    );
}

describe('renumbering', () => {
  it('leaves each reference at the paragraph it pointed at, or waits to be asked', function () {
    this.timeout(0);
    let mended = 0;
    fc.assert(
      fc.property(
        fc.array(planned, { minLength: 2, maxLength: 8 }),
        fc.nat(),
        fc.constantFrom('gap', 'repeat', 'far', 'begin'),
        (plan, seed, fault) => {
          const at = fault === 'begin' ? 0 : 1 + (seed % (plan.length - 1));
          const numbers = plan.map((_, i) => {
            if (fault === 'far') return i === at ? 77 : i + 1;
            if (i < at) return i + 1;
            return fault === 'repeat' ? i : i + 2;
          });
          const { text, wanted } = written(plan, numbers);
          const [finding] = analyse(text).findings.filter(({ rule }) => rule === 'paragraph-numbering');
          if (finding === undefined) return;
          const fix = finding.fixes?.()[0];
          assert.ok(fix);
          assert.equal(fix.safe, finding.fixable);
          const after = applyEdits(text, fix.edits);
          const doubtful = !fix.safe;
          assert.equal(doubtful, fix.title.includes('then check'));
          if (doubtful) return;
          mended++;
          assert.deepEqual(led(after), wanted);
          assert.deepEqual(after.match(OTHERS), text.match(OTHERS));
          assert.equal(service.fixAll(text, optionsOf({})), service.fixAll(after, optionsOf({})));
        },
      ),
      { numRuns: RUNS },
    );
    assert.ok(mended > RUNS / 4, `only ${mended} mended`);
  });

  const operative = (...lines: string[]) => minamata({ operative: lines });
  /** What becomes of a text when paragraphs get new numbers, by their old ones; null for one that goes. */
  function becoming(text: string, numbers: Record<string, string | null>) {
    const { draft, references } = analyse(text);
    const renumbering = new Renumbering(draft, references);
    const labels = new Map<Label, string | null>(
      draft.paragraphs.flatMap(({ label }) =>
        label && label.text in numbers ? [[label, numbers[label.text]]] : [],
      ) as [Label, string | null][],
    );
    return {
      text: applyEdits(text, renumbering.edits(labels)),
      doubtful: renumbering.doubtful(labels).map((one) => one.text),
    };
  }
  const five = (said: string) =>
    operative('1. *Thanks* a;', '2. *Thanks* b;', '3. *Thanks* c;', '4. *Thanks* d;', `5. *Recalls* ${said}.`);

  it('writes a range out where its paragraphs no longer follow one another', () => {
    const moved = becoming(five('paragraphs 1–3 above'), { 3: '5', 4: '3', 5: '4' });
    assert.ok(moved.text.includes('paragraphs 1, 2 and 5 above'));
    assert.deepEqual(moved.doubtful, []);
  });

  it('keeps a range whose paragraphs still follow one another', () => {
    const moved = becoming(five('paragraphs 2 to 4 above'), { 1: '4', 2: '1', 3: '2', 4: '3' });
    assert.ok(moved.text.includes('paragraphs 1 to 3 above'));
  });

  it('asks to look at what pointed at a paragraph that goes', () => {
    const gone = becoming(five('paragraph 3 above and paragraph 4 above'), { 3: null, 4: '3', 5: '4' });
    assert.deepEqual(gone.doubtful, ['paragraph 3']);
    assert.ok(gone.text.includes('paragraph 3 above and paragraph 3 above'));
  });

  it('asks to look at numbers that were there twice, and at numbers that come to be there', () => {
    const text = operative('1. *Thanks* a;', '1. *Thanks* b;', '3. *Recalls* paragraph 1 above and paragraph 2 above.');
    const { draft, references } = analyse(text);
    const renumbering = new Renumbering(draft, references);
    const label = draft.paragraphs.filter(({ label: one }) => one?.text === '1')[1]?.label as Label;
    assert.deepEqual(
      renumbering.doubtful(new Map([[label, '2']])).map((one) => one.text),
      ['paragraph 1', 'paragraph 2'],
    );
  });

  it('changes letters below their paragraph alone', () => {
    const text = operative(
      '1. *Requests* all:',
      '(a) To look;',
      '(c) To see;',
      '2. *Invites* all:',
      '(a) To do as paragraph 1 (c) above and sub-paragraph (c) of paragraph 1 above say;',
      '(b) To wait;',
      '(c) To do as sub-paragraph (c) above says.',
    );
    const { draft, references } = analyse(text);
    const label = draft.paragraphs.find(({ label: one }) => one?.text === '(c)')?.label as Label;
    const edits = new Renumbering(draft, references).edits(new Map([[label, 'b']]));
    const wanted = text
      .replace('(c) To see', '(b) To see')
      .replace('paragraph 1 (c)', 'paragraph 1 (b)')
      .replace('sub-paragraph (c) of', 'sub-paragraph (b) of');
    assert.equal(applyEdits(text, edits), wanted);
  });

  it('leaves quotations, annexes and other texts as they are', () => {
    const text = `${operative(
      '1. *Thanks* a;',
      '3. *Recalls* paragraph 3 of article 9, “paragraph 3 above”, and decision MC-4/9, paragraph 3.',
    )}\n# Annex\n\n1. One.\n\n3. As said in paragraph 1 above and paragraph 3 above.\n`;
    const { findings } = analyse(text);
    const fix = findings.find(({ rule }) => rule === 'paragraph-numbering')?.fixes?.()[0];
    assert.equal(applyEdits(text, fix?.edits ?? []), text.replace('\n3. *R', '\n2. *R'));
  });
});
