import type { Range, TextEdit } from '../text/range';
import type { RuleContext } from './context';

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** A mend. `safe`: right without a look, so it also runs under fix-all. `preferred`: the obvious one. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly preferred?: boolean;
  readonly safe?: boolean;
}

/** What a rule reports. The severity is the rule's, lowered by `milder` steps (an inferred fact, a preambular paragraph). */
export interface Report {
  readonly range: Range;
  readonly message: string;
  readonly milder?: number;
  readonly instrument?: string;
  readonly deprecated?: boolean;
  readonly related?: readonly { readonly range: Range; readonly message: string }[];
  /** True when the preferred mend is safe. */
  readonly fixable?: boolean;
  /** The mends, the preferred first; made only when asked for. */
  readonly fixes?: () => readonly Fix[];
}

/** A setting of one rule beside its severity: a list of texts. */
export interface RuleOption {
  readonly about: string;
  readonly default: readonly string[];
}

/** The options of a rule as set, the defaults for those that are not. */
export type Options = Readonly<Record<string, readonly string[]>>;

export interface Rule {
  readonly id: string;
  /** One line: what it flags. */
  readonly summary: string;
  readonly severity: Severity | 'off';
  /** The default for one draft, where it depends on the draft. */
  readonly severityFor?: (context: Pick<RuleContext, 'status'>) => Severity | 'off';
  readonly options?: Readonly<Record<string, RuleOption>>;
  /** Runs behind all others, once it is known which directives silenced something; silenced itself only by its name. */
  readonly last?: true;
  /** What it finds in a paragraph hangs on that paragraph and on what holds for the whole text, on nothing else. */
  readonly scope?: 'paragraph';
  /**
   * For a rule that looks over the whole text: all that it looks at of some paragraphs, places left out. It runs again
   * only when that has changed; without a digest, at each change.
   */
  readonly digest?: (context: RuleContext, options: Options) => string;
  /** What it reports stands where paragraphs end, and goes on with them where words are put behind it. */
  readonly isAtEnds?: true;
  readonly check: (context: RuleContext, options: Options) => Iterable<Report>;
}

/** A report of a rule in force, with its final severity. */
export interface Finding extends Report {
  readonly rule: string;
  readonly severity: Severity;
}
