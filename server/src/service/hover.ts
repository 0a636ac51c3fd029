import verbs from '../../../data/verbs.en.json';
import type { Citation } from '../citations/citation';
import { nameOf, type Registry } from '../registry/registry';
import type { Opening } from '../structure/model';
import { contains } from '../text/range';
import type { Analysis, Hover } from './api';
import { describe } from './describe';
import { escapeMarkdown } from './markdown';
import { describeSymbol } from './symbols';

/** What stands at `offset`: a citation, a document symbol or an opening verb. */
export function hoverAt(
  { draft, citations, documents }: Analysis,
  registry: Registry,
  offset: number,
): Hover | undefined {
  const citation = citations.find(({ range, revisionRange }) =>
    contains({ start: range.start, end: revisionRange?.end ?? range.end }, offset),
  );
  if (citation) {
    const range = { start: citation.range.start, end: citation.revisionRange?.end ?? citation.range.end };
    return { range, markdown: ofCitation(citation, registry) };
  }
  const document = documents.find(({ range }) => contains(range, offset));
  if (document) return { range: document.range, markdown: describeSymbol(document.symbol, registry) };
  const openings = draft.paragraphs.flatMap(({ opening, secondVerbs }) => (opening ? [opening, ...secondVerbs] : []));
  const opening = openings.find(({ phrase, range }) => phrase !== null && contains(range, offset));
  return opening && { range: opening.range, markdown: ofOpening(opening) };
}

const ofCitation = (citation: Citation, registry: Registry): string => {
  const name = nameOf(registry, citation.instrument, citation.revision);
  return [`**${escapeMarkdown(name)}**`, ...describe(citation, registry)].join('\n\n');
};

function ofOpening({ text, phrase, part, strength }: Opening): string {
  const place = part === 'preamble' ? 'preambular: gives a reason' : 'operative: acts';
  const meaning = strength ? (verbs.strength as Record<string, string>)[strength] : undefined;
  const lines = [`**${escapeMarkdown(text)}** — ${place}.`];
  if (strength && meaning) lines.push(`Strength: *${strength}* — ${meaning}. No official scale exists.`);
  if (phrase !== null && phrase.toLowerCase() !== text.toLowerCase()) lines.push(`From “${escapeMarkdown(phrase)}”.`);
  return lines.join('\n\n');
}
