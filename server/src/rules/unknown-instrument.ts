import type { Citation } from '../citations/citation';
import { withRanges } from '../citations/ranges';
import { nameOf } from '../registry/registry';
import type { Standing } from '../registry/standing';
import type { RuleContext } from './context';
import type { Report, Rule } from './rule';

/** R48: a number that its body never gave. Said only where the registry covers the meeting or knows its count. */
export const unknownInstrument: Rule = {
  id: 'unknown-instrument',
  summary: 'A cited resolution, decision or recommendation that does not exist.',
  severity: 'error',
  scope: 'paragraph',
  *check(context: RuleContext): Iterable<Report> {
    for (const citation of withRanges(context.draft, context.citations)) {
      const standing = context.standing(citation);
      if (standing.status !== 'nonexistent' || citation.instrument === context.identity.instrument) continue;
      // a draft of that very meeting, or of a later one, may know better than the registry
      if (isOfSameMeeting(context, citation, standing)) continue;
      yield {
        range: citation.range,
        message: message(context, citation, standing),
        instrument: citation.instrument,
        milder: standing.confidence === 'inferred' ? 1 : 0,
      };
    }
  },
};

const isOfSameMeeting = ({ identity }: RuleContext, { body }: Citation, { meeting }: Standing): boolean =>
  identity.body === body && identity.moment?.meeting === meeting?.id && meeting?.complete === undefined;

function message({ registry }: RuleContext, citation: Citation, standing: Standing): string {
  const { meeting, instrument, confidence } = standing;
  // of an instrument that is listed it is the revision that is missing
  const name = nameOf(registry, citation.instrument, instrument ? citation.revision : null);
  const claim = confidence === 'inferred' ? 'appears not to exist' : 'does not exist';
  const why = instrument ? `${meeting?.id} is listed as still to come` : whyMissing(citation, standing);
  return `${capital(name)}${citation.implied ? ', in this range,' : ''} ${claim}: ${why}. Check the ${instrument ? 'revision' : 'number'}.`;
}

function whyMissing({ kind }: Citation, { meeting, limit }: Standing): string {
  return limit === null
    ? `the registry lists every one of the ${kind}s of ${meeting?.id}, and this number is not among them`
    : `the ${kind}s of ${meeting?.id} end at number ${limit}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
