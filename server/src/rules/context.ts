import type { Citation } from '../citations/citation';
import type { Registry } from '../registry/registry';
import type { Standing } from '../registry/standing';
import type { Identity } from '../registry/time';
import type { Draft } from '../structure/model';

/** All that a rule may look at: plain data, no input or output, no state. */
export interface RuleContext {
  readonly draft: Draft;
  readonly citations: readonly Citation[];
  readonly registry: Registry;
  /** Which instrument the draft is, and of which moment. */
  readonly identity: Identity;
  /** What the registry knows of a citation at the draft's own moment. */
  readonly standing: (citation: Citation) => Standing;
  /** Instruments that the draft repeals or replaces itself. */
  readonly repealedHere: ReadonlySet<string>;
}
