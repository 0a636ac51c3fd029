import { annexReference } from './annex-reference';
import { citationForm } from './citation-form';
import { conversionArtefact } from './conversion-artefact';
import { dateRange } from './date-range';
import { draftHead } from './draft-head';
import { enactingFormula } from './enacting-formula';
import { footnoteReference } from './footnote-reference';
import { instrumentTitle } from './instrument-title';
import { internalReference } from './internal-reference';
import { openBracket } from './open-bracket';
import { paragraphNumbering } from './paragraph-numbering';
import { paragraphOrder } from './paragraph-order';
import { paragraphPunctuation } from './paragraph-punctuation';
import { repealedInstrument } from './repealed-instrument';
import type { Rule } from './rule';
import { spellingConsistency } from './spelling-consistency';
import { subparagraphForm } from './subparagraph-form';
import { supersededInstrument } from './superseded-instrument';
import { termCapitalization } from './term-capitalization';
import { unbalancedBracket } from './unbalanced-bracket';
import { undefinedAbbreviation } from './undefined-abbreviation';
import { unknownArticle } from './unknown-article';
import { unknownInstrument } from './unknown-instrument';
import { unknownVerb } from './unknown-verb';
import { unnumberedParagraph } from './unnumbered-paragraph';
import { unusedDirective } from './unused-directive';
import { verbItalics } from './verb-italics';
import { verbSequence } from './verb-sequence';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  unknownInstrument,
  repealedInstrument,
  supersededInstrument,
  instrumentTitle,
  citationForm,
  unknownArticle,
  paragraphNumbering,
  unnumberedParagraph,
  verbItalics,
  paragraphPunctuation,
  enactingFormula,
  paragraphOrder,
  unknownVerb,
  verbSequence,
  subparagraphForm,
  internalReference,
  annexReference,
  footnoteReference,
  unbalancedBracket,
  openBracket,
  conversionArtefact,
  dateRange,
  termCapitalization,
  spellingConsistency,
  undefinedAbbreviation,
  unusedDirective,
  draftHead,
];
