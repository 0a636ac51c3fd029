import type { Citation } from '../citations/citation';
import { nameOf, revisionOf } from '../registry/registry';
import type { Draft } from '../structure/model';
import { words } from '../structure/words';
import type { RuleContext } from './context';
import { revisionFix } from './replace-citation';
import type { Report, Rule } from './rule';
import { capital } from './unknown-instrument';

/** R49: an older revision, or the bare number, where a later revision is known. */
export const supersededInstrument: Rule = {
  id: 'superseded-instrument',
  summary: 'A citation of an older revision, or of the bare number, where there is a later revision.',
  severity: 'warning',
  scope: 'paragraph',
  *check(context: RuleContext): Iterable<Report> {
    const { draft, registry, identity, repealedHere } = context;
    for (const citation of context.citations) {
      const { status, current, confidence } = context.standing(citation);
      if (status !== 'superseded' || current === null) continue;
      if (citation.instrument === identity.instrument || repealedHere.has(citation.instrument)) continue;
      if (isSaidToBeRevised(draft, citation)) continue;
      const name = capital(nameOf(registry, citation.instrument, citation.revision));
      const claim = confidence === 'inferred' ? 'appears to have been revised since' : 'has been revised since';
      yield {
        range: citation.range,
        message: `${name} ${claim}: cite ${nameOf(registry, citation.instrument, current)}.`,
        instrument: citation.instrument,
        milder: confidence === 'inferred' ? 1 : 0,
        fixes: () => revisionFix(citation, revisionOf(registry, citation.body, current)),
      };
    }
  },
};

/** "Resolution 12.4 as revised at COP14" names the current text in words. */
function isSaidToBeRevised({ language }: Draft, { block, clean }: Citation): boolean {
  const behind = block.clean
    .slice(clean.end, clean.end + 60)
    .toLowerCase()
    .replace(/^,? /, '');
  return words[language].asRevised.some((word) => behind.startsWith(word));
}
