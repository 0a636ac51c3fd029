import verbs from '../../../data/verbs.en.json';
import type { Citation } from '../citations/citation';
import { nameOf, type Registry } from '../registry/registry';
import type { Opening } from '../structure/model';
import { contains } from '../text/range';
import type { Analysis, Hover } from './api';
import { citedAt, wholeRange } from './cited-at';
import { describe } from './describe';
import { escapeMarkdown } from './markdown';
import { describeSymbol } from './symbols';

/** What stands at `offset`: a citation, a document symbol or an opening verb. */
export function hoverAt(analysis: Analysis, registry: Registry, offset: number): Hover | undefined {
  const { draft, documents } = analysis;
  const citation = citedAt(analysis, offset);
  if (citation) return { range: wholeRange(citation), markdown: ofCitation(citation, registry) };
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
