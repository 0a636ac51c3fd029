import type { Registry } from '../registry/registry';
import { standingOf } from '../registry/standing';
import { positionAt } from '../text/lines';
import type { Range } from '../text/range';
import type { Analysis, Facts, LineRange } from './api';

/** What `resolute parse` prints of a draft. The status of a citation is what is known now. */
export function factsOf({ draft, citations, documents, identity, style }: Analysis, registry: Registry): Facts {
  const place = ({ start, end }: Range): LineRange => ({
    start: positionAt(draft.lines, start),
    end: positionAt(draft.lines, end),
  });
  const formula = draft.enactingFormula;
  return {
    language: draft.language,
    symbol: draft.symbol,
    title: draft.isDraft ? draft.title : null,
    body: identity.body,
    kind: draft.isDraft ? draft.kind : null,
    style,
    paragraphs: draft.paragraphs.map((paragraph) => ({
      part: paragraph.part,
      level: paragraph.level,
      label: paragraph.label?.text ?? null,
      opening: paragraph.opening?.text ?? null,
      italic: paragraph.opening?.setting === 'italic',
      range: place(paragraph.range),
    })),
    enactingFormula: formula && { text: formula.text, range: place(formula.range) },
    citations: citations.map((citation) => ({
      text: citation.text,
      instrument: citation.instrument,
      revision: citation.revision,
      status: standingOf(registry, citation, null).status,
      range: place(citation.range),
    })),
    documents: documents.map(({ text, symbol, range }) => ({ text, symbol, range: place(range) })),
    footnotes: draft.footnotes.map(({ label, range }) => ({ label, range: place(range) })),
    brackets: draft.brackets.map(({ range }) => ({ range: place(range) })),
  };
}
