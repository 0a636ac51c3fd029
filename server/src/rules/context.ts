import type { Citation } from '../citations/citation';
import type { InternalReference } from '../citations/internal-reference';
import type { Registry } from '../registry/registry';
import type { Standing } from '../registry/standing';
import type { Identity } from '../registry/time';
import type { Draft } from '../structure/model';
import type { Directive } from './directives';
import type { HouseStyle } from './house-style';

/** A directive of the text and what of it does nothing. */
export interface JudgedDirective {
  readonly directive: Directive;
  /** Of the rules it names, by their place in the list: those that there are not, with the one probably meant … */
  readonly unknown: readonly { readonly index: number; readonly near: string | undefined }[];
  /** … and those of which it silences nothing. */
  readonly dead: readonly number[];
  /** True when it names no rule and silences nothing. */
  readonly silent: boolean;
}

/** All that a rule may look at: plain data, no input or output, no state. */
export interface RuleContext {
  readonly draft: Draft;
  readonly citations: readonly Citation[];
  /** References to paragraphs and annexes, those of other texts too. */
  readonly references: readonly InternalReference[];
  readonly registry: Registry;
  /** How the draft's body sets its texts; "generic", which asks for nothing, where none is known. */
  readonly style: HouseStyle;
  readonly status: 'draft' | 'final' | 'adopted' | null;
  /** Which instrument the draft is, and of which moment. */
  readonly identity: Identity;
  /** What the registry knows of a citation at the draft's own moment. */
  readonly standing: (citation: Citation) => Standing;
  /** Instruments that the draft repeals or replaces itself. */
  readonly repealedHere: ReadonlySet<string>;
  /** The directives of the text; only for a rule that runs last. */
  readonly directives?: readonly JudgedDirective[];
}
