import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, type Token, tokensOf } from './support/grammar';

const root = path.join(import.meta.dirname, '..');
const label = 'constant.numeric.label.decision';
const preambular = 'keyword.other.preambular.decision';
const operative = 'keyword.control.operative.decision';
const italic = 'markup.italic.markdown';
const formula = 'entity.name.type.enacting-formula.decision';
const citation = 'variable.other.constant.citation.decision';
const symbol = 'string.other.document-symbol.decision';
const bracket = 'keyword.operator.bracket.negotiation.decision';
const note = 'string.other.footnote.decision';
const bookmark = 'comment.block.bookmark.decision';

/** A text of one or more lines, and every stretch of it that has one of the scopes. */
type Sample = readonly [text: string, scope: string, stretches: readonly string[]];

const samples: Record<string, readonly Sample[]> = {
  'labels of paragraphs and sub-paragraphs': [
    ['12. *Requests* the secretariat to report;', label, ['12.']],
    ['1.Requests the secretariat to report;', label, []],
    ['3 bis. *Invites* Parties to report;', label, ['3 bis.']],
    ['[3. *Invites* Parties to report;]', label, ['3.']],
    ['    (a) To report;\n(ii) To act;\nb) To publish;\n(aa) To end.', label, ['(a)', '(ii)', 'b)', '(aa)']],
    ['The year 2031. It rained.\n2031 was dry.', label, []],
  ],
  'opening verbs of the operative part': [
    ['1. *Requests* the secretariat to act;', operative, ['Requests']],
    ['2. Requests the secretariat to act;', operative, ['Requests']],
    ['2. Further invites Parties to act;', operative, ['Further invites']],
    ['*Also requests* the secretariat to act;', operative, ['Also requests']],
    ['4. *Takes note with appreciation* of the report;', operative, ['Takes note with appreciation']],
    ['5. *Calls upon* Parties to act;', operative, ['Calls upon']],
    ['6. *Expresses its appreciation* to the host;', operative, ['Expresses its appreciation']],
    ['7. [bookmark: _Hlk1]Strongly urges Parties to act;', operative, ['Strongly urges']],
    ['8. [*Urges*] [*Invites*] Parties to act;', operative, ['Urges', 'Invites']],
    ['REQUESTS the Secretariat to act;', operative, ['REQUESTS']],
    ['9. *Emphasises* the need to act;', operative, ['Emphasises']],
    [
      '3. Prie instamment les Parties d’agir ;\n4. Pide a la secretaría que actúe;',
      operative,
      ['Prie instamment', 'Pide'],
    ],
    ['The secretariat requests funds.\nit Requests more.', operative, []],
  ],
  'opening words of the preamble': [
    ['Recalling decision MC-3/11,', preambular, ['Recalling']],
    ['*Recalling also* decision MC-3/11,', preambular, ['Recalling also']],
    ['*Deeply concerned* that rivers dry up,', preambular, ['Deeply concerned']],
    ['*Noting with appreciation* the report,', preambular, ['Noting with appreciation']],
    ['NOTING the report,', preambular, ['NOTING']],
    ['Recognising the report,', preambular, ['Recognising']],
    ['Profondément préoccupée par la pollution,', preambular, ['Profondément préoccupée']],
    ['Recallings the report,\nrecalling the report,', preambular, []],
  ],
  'italics of the opening words': [
    ['*Recalling* the report,', italic, ['*Recalling*']],
    ['1. *Requests the secretariat* to act;', italic, ['*Requests the secretariat*']],
    ['1. Requests the secretariat to act;', italic, []],
  ],
  'the enacting formula': [
    ['The Conference of the Parties,', formula, ['The Conference of the Parties']],
    ['*The General Assembly*,', formula, ['The General Assembly']],
    ['*The General Assembly*,', italic, ['*The General Assembly*']],
    [
      'The Conference of the Parties to the Convention on Rivers',
      formula,
      ['The Conference of the Parties to the Convention on Rivers'],
    ],
    [
      '*The Conference of the Parties to the\nConvention on Rivers*',
      formula,
      ['The Conference of the Parties to the', 'Convention on Rivers'],
    ],
    ['The Twelfth Meeting of the Parties,', formula, ['The Twelfth Meeting of the Parties']],
    [
      'La Conférence des Parties,\nLa Conferencia de las Partes,',
      formula,
      ['La Conférence des Parties', 'La Conferencia de las Partes'],
    ],
    ['The Conference of the Parties adopted the plan.', formula, []],
  ],
  citations: [
    ['Recalling Resolution 11.10 (Rev.COP13) *Synergies*,', citation, ['Resolution 11.10 (Rev.COP13)']],
    ['see decisions MC-3/11, MC-4/9 and MC-5/19, on rivers', citation, ['decisions MC-3/11', 'MC-4/9', 'MC-5/19']],
    ['resolution 70/1 and decision VII/11', citation, ['resolution 70/1', 'decision VII/11']],
    ['as in 1/CP.21 and UNEP/EA.5/Res.14', citation, ['1/CP.21', 'UNEP/EA.5/Res.14']],
    [
      'as in Conf. 9.24 (Rev. CoP17) and Resolution Conf. 10.10',
      citation,
      ['Conf. 9.24 (Rev. CoP17)', 'Resolution Conf. 10.10'],
    ],
    ['(UNEP/CMS/Resolution 12.3)', citation, ['UNEP/CMS/Resolution 12.3']],
    ['Resolution CMS 11.3 and Recommendation 7.2', citation, ['Resolution CMS 11.3', 'Recommendation 7.2']],
    ['resolution 2625 (XXV)', citation, ['resolution 2625 (XXV)']],
    ['décisions MC-3/11 et MC-4/9', citation, ['décisions MC-3/11', 'MC-4/9']],
    ['a resolution of 2 dpi, 1/2 of the decision and 11.10', citation, []],
    ['`Resolution 7.9` and https://example.org/MC-3/11', citation, []],
  ],
  'document symbols': [
    ['see UNEP/MC/COP.6/INF/29, annex I.', symbol, ['UNEP/MC/COP.6/INF/29']],
    ['in UNEP/CMS/COP13/Doc.18/Annex 3 and A/78/L.5.', symbol, ['UNEP/CMS/COP13/Doc.18/Annex 3', 'A/78/L.5']],
    ['and/or S/he, A/B testing', symbol, []],
    ['[the report](https://example.org/UNEP/MC/COP.6/1)', symbol, []],
  ],
  'negotiation brackets': [
    ['1. *Invites* [all] Parties [and States;', bracket, ['[', ']', '[']],
    ['[Invites Parties;]', bracket, ['[', ']']],
    ['a [link](https://example.org) and a note[^1], [ ] or [footnoteRef:2]', bracket, ['[', ']']],
    ['- [ ] to do', bracket, []],
  ],
  notes: [
    ['the report,[^1] and more\n[^1]: UNEP/MC/COP.6/INF/29.', note, ['[^1]', '[^1]:']],
    ['the report,[footnoteRef:2] [2:  UNEP/MC/COP.6/1, annex.]', note, ['[footnoteRef:2]', '[2:', ']']],
    ['the report [2:  UNEP/MC/COP.6/1, annex.]', symbol, ['UNEP/MC/COP.6/1']],
  ],
  'left-overs of a word processor': [
    [
      '[bookmark: _Toc1]Title\n2. [bookmark: _Hlk1]Invites Parties',
      bookmark,
      ['[bookmark: _Toc1]', '[bookmark: _Hlk1]'],
    ],
  ],
  'comments to Resolute': [
    [
      '<!-- resolute-disable-next-line verb-italics -- as adopted -->',
      'keyword.other.directive.decision',
      ['resolute-disable-next-line'],
    ],
    [
      'text <!-- resolute-disable verb-italics, citation-form -->',
      'variable.parameter.rule.decision',
      ['verb-italics', 'citation-form'],
    ],
    ['<!-- Resolution 7.9 -->', citation, []],
  ],
  'the head of a draft': [
    ['---\nbody: cms\n---\nText', 'punctuation.definition.begin.frontmatter', ['---']],
    ['---\nsymbol: MC-3/11\n---\nText MC-3/11', citation, ['MC-3/11']],
    ['---\nbody: cms\n---', 'entity.name.tag.yaml', ['body']],
  ],
  'the Markdown below': [
    ['1. *Requests* **all** Parties', 'markup.bold.markdown', ['**all**']],
    ['# Decision MC-9/4: Data', 'entity.name.section.markdown', ['Decision MC-9/4: Data']],
    ['| a | b |\n| --- | --- |\n| Resolution 7.9 | c |', citation, ['Resolution 7.9']],
    ['2. *Invites* Parties *inter alia*', italic, ['*Invites*', '*inter alia*']],
    ['    indented prose', 'markup.raw.block.markdown', []],
  ],
};

/** Every stretch of the text that has the scope, line by line. */
function stretches(tokens: readonly Token[][], scope: string): string[] {
  const found: string[] = [];
  for (const line of tokens) {
    let running = false;
    for (const { text, scopes } of line) {
      const has = scopes.includes(scope);
      if (has) found.push(running ? found.pop() + text : text);
      running = has;
    }
  }
  return found;
}

describe('the grammar', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  for (const [subject, cases] of Object.entries(samples)) {
    describe(`marks ${subject}`, () => {
      for (const [text, scope, expected] of cases) {
        it(`${JSON.stringify(text)} · ${scope}`, () => {
          assert.deepEqual(stretches(tokensOf(grammar, text), scope), expected);
        });
      }
    });
  }

  it('does not let a line run on into the next', () => {
    const [, second] = tokensOf(grammar, '1. *Invites* <a href="\n2. *Requests* more');
    assert.ok(second?.some(({ scopes }) => scopes.includes(operative)));
  });
});

describe('the grammar file', () => {
  it('is what its script makes of the data', () => {
    execFileSync(process.execPath, [path.join(root, 'scripts/generate-grammar.mjs'), '--check']);
  });

  it('repeats nothing but single characters without a bound, so that no text makes it slow', () => {
    const text = readFileSync(path.join(root, 'syntaxes/decision.tmLanguage.json'), 'utf8');
    const patterns: string[] = [];
    JSON.parse(text, (key, value) => {
      if (['match', 'begin', 'end', 'while'].includes(key) && typeof value === 'string') patterns.push(value);
      return value;
    });
    assert.ok(patterns.length > 20);
    for (const pattern of patterns) {
      const withoutClasses = pattern.replace(/\[(?:\\.|[^\]\\])*\]/g, 'C');
      assert.doesNotMatch(withoutClasses, /\)(?:[*+]|\{\d+,\})/, pattern);
    }
  });
});
