import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/rules/rule';
import { applyEdits } from '../../server/src/text/edits';
import { analyse } from './findings';

type Reading = Parameters<typeof analyse>[1];

/** What the tests of one rule ask. */
export interface RuleUnderTest {
  readonly findings: (text: string, reading?: Reading) => Finding[];
  /** The findings as "severity: words". */
  readonly flagged: (text: string, reading?: Reading) => string[];
  readonly messages: (text: string, reading?: Reading) => string[];
  /** `text` after the preferred mend of the first finding. */
  readonly mended: (text: string, reading?: Reading) => string;
}

/** Asks for the findings of `rule` alone. */
export function ruleUnderTest(rule: string): RuleUnderTest {
  const findings = (text: string, reading?: Reading) =>
    analyse(text, reading).findings.filter((finding) => finding.rule === rule);
  return {
    findings,
    flagged: (text, reading) =>
      findings(text, reading).map(({ severity, range }) => `${severity}: ${text.slice(range.start, range.end)}`),
    messages: (text, reading) => findings(text, reading).map(({ message }) => message),
    mended: (text, reading) => {
      const fix = findings(text, reading)[0]
        ?.fixes?.()
        .find(({ preferred }) => preferred);
      assert.ok(fix, 'the first finding has a preferred mend');
      return applyEdits(text, fix.edits);
    },
  };
}

export interface DraftParts {
  /** Lines of the head; without any there is no head. */
  readonly head?: readonly string[];
  /** The lines above the formula. */
  readonly title?: string;
  readonly preamble?: readonly string[];
  readonly operative?: readonly string[];
}

/** A resolution for the sixteenth meeting of the parties to the migratory species convention, formula after preamble. */
export function cms({
  head = ['body: cms', 'meeting: COP16'],
  title = '# NESTS',
  preamble = ['*Aware* of nests,'],
  operative = ['1. *Thanks* villages; and', '2. *Decides* to end here.'],
}: DraftParts): string {
  const front = head.length > 0 ? ['---', ...head, '---', ''].join('\n') : '';
  const formula =
    '*The Conference of the Parties to the Convention on the Conservation of Migratory Species of Wild Animals*';
  return `${front}${[title, ...preamble, formula, ...operative].join('\n\n')}\n`;
}

/** A decision of the Conference of the Parties to the mercury convention, formula before the preamble. */
export function minamata({
  head = [],
  title = '# Decision MC-8/40: Glass',
  preamble = ['*Mindful* of glass,'],
  operative = ['1. *Thanks* parties;', '2. *Decides* to end here.'],
}: DraftParts): string {
  const front = head.length > 0 ? ['---', ...head, '---', ''].join('\n') : '';
  return `${front}${[title, '*The Conference of the Parties*,', ...preamble, ...operative].join('\n\n')}\n`;
}
