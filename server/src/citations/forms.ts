import type { Kind } from '../structure/model';

/**
 * How a body writes one of its series, as data in its pack.
 *
 * A pattern is literal text with parts in braces: `{meeting}.{serial}`, `{serial}/CP.{session}`. A blank stands for
 * any number of blanks, none included; letters match without regard to case. A part is a whole number unless
 * `parts` says otherwise; leading zeros are read and dropped (12.07 is 12.7).
 */
export interface CitationForm {
  readonly kind: Kind;
  /** The instrument's id: a pattern filled with the parts read, e.g. `CMS/RES/{meeting}.{serial}`. */
  readonly id: string;
  /** Patterns read only after the noun of this kind ("resolution 11.10"), the canonical one first. */
  readonly after?: readonly string[];
  /** Patterns that are unmistakable by themselves ("MC-3/11", "UNEP/CMS/Resolution 12.3"). */
  readonly alone?: readonly string[];
  /** Read inside a list that began with this form: "decisions SC-4/10, 4/11". */
  readonly elided?: readonly string[];
  /** Read only where the body is named or is the draft's own: a body that numbers like a more common one. */
  readonly named?: boolean;
  readonly parts?: Readonly<Record<string, PartForm>>;
  /** The id of the meeting a number belongs to, e.g. `COP{meeting}`. */
  readonly meeting?: string;
  /** How the body writes a citation in running text, e.g. `Resolution {meeting}.{serial}`; fills a quick-fix. */
  readonly write: string;
  /** How the body writes the bare number inside a list, e.g. `{meeting}.{serial}`. */
  readonly writeNumber: string;
}

export interface PartForm {
  /** `integer` unless given; `roman` reads I to MMM…; `letter` one capital letter, a blank before it allowed. */
  readonly type?: 'integer' | 'roman' | 'letter' | 'word';
  /** Smallest and largest value read; keeps apart bodies that number alike. */
  readonly min?: number;
  readonly max?: number;
  readonly optional?: boolean;
  /** How the part goes into the id when that is another way than it is read: "XIV/22" is CBD/COP/DEC/14/22. */
  readonly as?: 'integer' | 'roman';
  /** How many digits the number has in the id, zeros before it: GCF/B.08/13. */
  readonly digits?: number;
}

/** How a body marks a revised instrument. */
export interface RevisionForm {
  /** Patterns read behind the number, with the part `{meeting}`: `(Rev. COP{meeting})`, `(Rev.)`. */
  readonly read: readonly string[];
  /** `(Rev.COP{meeting})` */
  readonly write: string;
  /** The revision's name in the registry: `COP{meeting}`. */
  readonly id: string;
}
