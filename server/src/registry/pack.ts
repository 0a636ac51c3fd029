import type { CitationForm, RevisionForm } from '../citations/forms';
import type { Kind, Language } from '../structure/model';

/** One registry pack: what is known of one body's instruments, each fact with its source. Mirrors pack.schema.json. */
export interface Pack {
  readonly version: 1;
  readonly body: Body;
  readonly citations: readonly CitationForm[];
  readonly revision?: RevisionForm;
  readonly meetings?: readonly Meeting[];
  readonly instruments?: readonly Instrument[];
  readonly sources?: Readonly<Record<string, Source>>;
  /** Where a pack that is not built in comes from, as users know it; set by the host, no part of the file. */
  readonly origin?: string;
}

export interface Body {
  /** Short and lower case: `cms`, `minamata`, `unga`. */
  readonly id: string;
  /** The convention, agreement or organ in full. */
  readonly name: string;
  /** The organ that adopts: "Conference of the Parties". */
  readonly organ: string;
  /** What a text calls the body, by language, the longest first; used to tell whose number is meant. */
  readonly names: Readonly<Partial<Record<Language, readonly string[]>>>;
  /** Openings of document symbols of this body: `UNEP/CMS/`, `UNEP/MC/`. */
  readonly symbols?: readonly string[];
  readonly houseStyle?: string;
  readonly website?: string;
  /** The body under whose convention this one was made: `cms` for AEWA. */
  readonly parent?: string;
  /** What is to be known about the body's statuses, shown on hover. */
  readonly note?: string;
  readonly articles?: readonly Article[];
  /** Whether every article is listed: only then may one be called missing. */
  readonly articlesComplete?: true;
  readonly articleSources?: readonly string[];
}

export interface Article {
  readonly number: string;
  readonly title?: string;
  /** Highest numbered paragraph, when known. */
  readonly paragraphs?: number;
}

export interface Meeting {
  /** `COP13`, `UNEA-5`, `session 70`: what `CitationForm.meeting` gives. */
  readonly id: string;
  readonly name: string;
  readonly ordinal?: number;
  readonly place?: string;
  readonly dates?: string;
  readonly year?: number;
  /** Kinds of which every number of this meeting is listed: there a missing number does not exist. */
  readonly complete?: readonly Kind[];
  /** Highest number by kind: a larger one does not exist. `inferred` when sources only suggest it. */
  readonly counts?: Readonly<Partial<Record<Kind, { readonly number: number; readonly confidence?: 'inferred' }>>>;
  readonly planned?: boolean;
  readonly note?: string;
  readonly sources?: readonly string[];
}

/** A reference to another instrument; ids of other bodies are allowed. */
export interface Link {
  readonly id: string;
  readonly revision?: string;
}

/** What repealed a part of an instrument; without `paragraphs` it is not known which part. */
export interface PartLink extends Link {
  readonly paragraphs?: readonly string[];
}

export interface Instrument {
  readonly id: string;
  readonly kind: Kind;
  /** The number as its body writes it. */
  readonly number: string;
  readonly title?: string;
  /** An inferred title is shown, but no text is corrected by it. */
  readonly titleConfidence?: 'inferred';
  readonly titles?: Readonly<Partial<Record<Language, string>>>;
  /** As `titleConfidence`, of the titles by language. */
  readonly titlesConfidence?: 'inferred';
  /** Earlier titles. */
  readonly titleHistory?: readonly string[];
  /** The topic, where no title is known. */
  readonly subject?: string;
  readonly meeting?: string;
  readonly year?: number;
  readonly date?: string;
  /** Unknown when absent. */
  readonly status?: 'in-force' | 'repealed' | 'expired';
  /** The source's own word for `repealed` or `expired` where it is another: "superseded", "retired". */
  readonly statusWord?: string;
  /** The moment the status is known for. */
  readonly asOf?: string;
  /** Whether a source states the status (default) or it was inferred. */
  readonly confidence?: 'inferred';
  /** Revisions, the oldest first: `COP12`, `COP13`. */
  readonly revisions?: readonly string[];
  readonly revisionsConfidence?: 'inferred';
  readonly repealedBy?: readonly Link[];
  readonly repealedByConfidence?: 'inferred';
  readonly partlyRepealedBy?: readonly PartLink[];
  /** Where the sources make the repeal of the paragraphs hang on a condition, or leave it to be inferred. */
  readonly partlyRepealedByConfidence?: 'inferred';
  readonly replaces?: readonly Link[];
  readonly replacesConfidence?: 'inferred';
  readonly amendedBy?: readonly Link[];
  readonly symbol?: string;
  readonly aliases?: readonly string[];
  readonly url?: string;
  readonly note?: string;
  readonly sources?: readonly string[];
  /** By field: the pack that gives it, when it is not a built-in one; set by the registry. */
  readonly origins?: Readonly<Record<string, string>>;
}

export interface Source {
  readonly url?: string;
  /** A file of the workspace, with its line: `texts/12-3.md:4`. */
  readonly file?: string;
  /** The address of that file and line; set by the host, no part of a pack's file. */
  readonly uri?: string;
  readonly note?: string;
  /** A copy on a site where anyone may upload documents. */
  readonly copy?: true;
}
