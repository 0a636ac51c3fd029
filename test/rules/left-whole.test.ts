import assert from 'node:assert/strict';
import { service } from '../support/findings';

const front = 'The Conference of the Parties,\n\n*Recalling* its earlier work,\n\n';
const options = { forced: true, settings: { rules: {} } };
const mended = (operative: string): string => service.fixAll(front + operative, options).slice(front.length);

/** Texts whose numbers are right, or cannot be mended without a look: fix-all leaves every character of them. */
const WHOLE: Readonly<Record<string, string>> = {
  'text inserted elsewhere':
    '1. *Requests* x;\n\n2. *Requests* y;\n\n3. *Decides* to amend annex A as follows:\n\n1. Batteries;\n\n2. Lamps;\n\n4. *Invites* z.\n',
  'a quoted rule':
    '1. *Welcomes* x;\n\n2. *Decides* to amend the rules as follows:\n\n> 1. The President shall preside;\n>\n> 2. The bureau shall meet;\n\n3. *Invites* z.\n',
  'a list below a paragraph': '1. *Welcomes* a;\n\n2. *Requests* b:\n\n  1. first;\n  2. second;\n\n3. *Invites* d.\n',
  'numbers inserted by an item':
    '1. *Welcomes* a;\n\n2. *Requests* b:\n\n(a) To keep article 4, as follows:\n\n1. One;\n\n2. Two;\n\n(b) To end;\n\n3. *Invites* c.\n',
  'a third level in capitals':
    '1. *Welcomes* a:\n\n(a) One:\n\n(i) x:\n\n(A) z;\n\n(B) w;\n\n(ii) y;\n\n(b) Two;\n\n2. *Requests* b.\n',
  'a third level of doubled letters':
    '1. *Welcomes* a:\n\n(a) One:\n\n(i) x:\n\n(aa) z;\n\n(bb) w;\n\n(ii) y;\n\n(b) Two;\n\n2. *Requests* b.\n',
  'a number broken from its word':
    '1. *Welcomes* x as set out in paragraph\n4. The secretariat shall report;\n\n2. *Requests* y;\n\n3. *Decides* z.\n',
  'a date broken at its day':
    '1. *Welcomes* x and notes that the meeting of\n15. June was good;\n\n2. *Requests* y;\n\n3. *Decides* z.\n',
  'a table of HTML':
    '1. *Welcomes* a;\n\n2. *Requests* b;\n\n<table><tr><td>3. Requests x</td></tr></table>\n\n3. *Invites* c.\n',
};

/** Ways to refer to a paragraph that may be the draft's own: with one of them, renumbering waits to be asked. */
const DOUBTFUL = ['under paragraphs 4 and 5', 'per OP 4', 'in § 4', 'under item 4', 'as in paragraph 3 above'];

/** Ways to refer to a paragraph that is surely the draft's own, and how they read when paragraph 4 is paragraph 3. */
const SURE: Readonly<Record<string, string>> = {
  'per para. 4 above': 'per para. 3 above',
  'under paragraphs 2 and 4 of the present decision': 'under paragraphs 2 and 3 of the present decision',
  'under paragraphs 1–4 above': 'under paragraphs 1–3 above',
  'under paragraph 4 of decision MC-4/9': 'under paragraph 4 of decision MC-4/9',
};

describe('fix-all', () => {
  for (const [what, text] of Object.entries(WHOLE)) {
    it(`leaves ${what} whole`, () => assert.equal(mended(text), text));
  }
  const referring = (reference: string): string =>
    `1. *Welcomes* a;\n\n2. *Requests* b;\n\n4. *Invites* c;\n\n5. *Decides* to act ${reference}.\n`;
  for (const reference of DOUBTFUL) {
    it(`does not renumber below “${reference}”`, () => {
      assert.equal(mended(referring(reference)), referring(reference));
    });
  }
  for (const [reference, after] of Object.entries(SURE)) {
    it(`takes “${reference}” along`, () => {
      const wanted = referring(after).replace('\n4. ', '\n3. ').replace('\n5. ', '\n4. ');
      assert.equal(mended(referring(reference)), wanted);
    });
  }
  it('renumbers where only other texts are referred to by paragraph', () => {
    const text =
      '1. *Welcomes* a;\n\n3. *Recalls* paragraph 2 of article 14, and article 9, paragraph 3, of the Convention.\n';
    assert.equal(mended(text), text.replace('3. *R', '2. *R'));
  });
});
