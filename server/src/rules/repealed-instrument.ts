import type { Citation } from '../citations/citation';
import { writeParagraphs } from '../citations/paragraphs';
import { withRanges } from '../citations/ranges';
import { nameOf, type Registry } from '../registry/registry';
import type { Standing } from '../registry/standing';
import type { RuleContext } from './context';
import { successorFix } from './replace-citation';
import type { Report, Rule } from './rule';
import { capital } from './unknown-instrument';

/** R49: a repealed or retired text cited as if it still applied; a clause that repeals it, and the draft that does, are exempt. */
export const repealedInstrument: Rule = {
  id: 'repealed-instrument',
  summary: 'A citation of an instrument that is repealed or retired.',
  severity: 'error',
  scope: 'paragraph',
  *check(context: RuleContext): Iterable<Report> {
    for (const citation of withRanges(context.draft, context.citations)) {
      const standing = context.standing(citation);
      if (standing.status !== 'repealed' || isExempt(context, citation, standing)) continue;
      const isWhole = standing.paragraphs.length === 0 && !citation.implied;
      const inPreamble = citation.block.kind === 'preambular' ? 1 : 0;
      const inferred = standing.confidence === 'inferred' ? 1 : 0;
      yield {
        range: citation.range,
        message: message(context, citation, standing),
        instrument: citation.instrument,
        milder: inPreamble + inferred,
        deprecated: isWhole,
        fixes: () => (isWhole ? successorFix(context, citation, standing) : []),
      };
    }
  },
};

function isExempt({ identity, repealedHere }: RuleContext, citation: Citation, standing: Standing): boolean {
  if (repealedHere.has(citation.instrument) || citation.instrument === identity.instrument) return true;
  return standing.repealedBy.some((link) => link.id === identity.instrument);
}

function message({ registry }: RuleContext, citation: Citation, standing: Standing): string {
  if (standing.paragraphs.length > 0) return ofParagraphs(registry, citation, standing);
  const name = capital(nameOf(registry, citation.instrument)) + (citation.implied ? ', in this range,' : '');
  const word = standing.instrument?.statusWord ?? 'repealed';
  const claim = standing.confidence === 'inferred' ? `appears to have been ${word}` : `was ${word}`;
  const by = standing.repealedBy.map((link) => nameOf(registry, link.id, link.revision ?? null));
  // a source may state the repeal and leave it open by what
  const sure = standing.confidence === 'stated' && standing.instrument?.repealedByConfidence === 'inferred';
  const lead = sure ? ', as it appears by' : ' by';
  if (by.length > 0)
    return `${name} ${claim}${lead} ${by.join(' and ')}. Cite ${by.length > 1 ? 'those' : 'that'} instead.`;
  return `${name} ${claim}; what replaced it is not known here. Leave it out, or cite what applies now.`;
}

/** "Paragraphs 1 and 3–5 of decision V/2 were repealed by decision X/14." */
function ofParagraphs(
  registry: Registry,
  citation: Citation,
  { confidence, paragraphs, repealedBy }: Standing,
): string {
  const list = paragraphs.map(writeParagraphs).join(', ');
  const many = paragraphs.length > 1 || paragraphs.some(({ from, to }) => to > from);
  const verb = confidence === 'inferred' ? `${many ? 'appear' : 'appears'} to have been` : many ? 'were' : 'was';
  const by = repealedBy.map((link) => nameOf(registry, link.id, link.revision ?? null)).join(' and ');
  const name = nameOf(registry, citation.instrument);
  return `${many ? 'Paragraphs' : 'Paragraph'} ${list} of ${name} ${verb} repealed by ${by}. Leave ${many ? 'them' : 'it'} out, or cite what applies now.`;
}
