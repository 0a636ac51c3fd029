import type { Citation } from '../citations/citation';
import type { Registry } from '../registry/registry';
import type { Draft } from '../structure/model';

/** All that a rule may look at: plain data, no input or output, no state. */
export interface RuleContext {
  readonly draft: Draft;
  readonly citations: readonly Citation[];
  readonly registry: Registry;
}
