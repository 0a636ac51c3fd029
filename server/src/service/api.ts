import type { Citation, DocumentMention } from '../citations/citation';
import type { InternalReference } from '../citations/internal-reference';
import type { Status } from '../registry/standing';
import type { Identity } from '../registry/time';
import type { HouseStyle, StylePoints } from '../rules/house-style';
import type { Notice } from '../rules/notice';
import type { Finding, Fix, Options, Severity } from '../rules/rule';
import type { Draft, Head } from '../structure/model';
import type { Line } from '../text/lines';
import type { Position, Range } from '../text/range';
import type { AdoptedFile, AdoptedText } from './adopted';
import type { Basis } from './analyse';
import type { CitedGroup } from './cited';
import type { Completion } from './complete';
import type { DraftStatus } from './draft-status';
import type { FoundInstrument } from './find';
import type { OfficialLink } from './links';
import type { ReadDraft } from './read-draft';
import type { Summary } from './summary';
import type { TokenText } from './token-pieces';

/** Settings as the service uses them, read and checked; see settings.ts. */
export interface Settings {
  /** By rule id: a severity, or `off`. Rules not named keep their default. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Options of rules, by rule id. */
  readonly options?: Readonly<Record<string, Options>>;
  readonly houseStyle?: string;
  /** Points of the house style with other values. */
  readonly style?: StylePoints;
  readonly body?: string;
  readonly language?: 'en' | 'fr' | 'es';
  readonly meeting?: string;
  readonly status?: 'draft' | 'final' | 'adopted';
}

export interface AnalyseOptions {
  readonly settings: Settings;
  /** True for a file with one of the language's own extensions, or switched to the language by hand. */
  readonly forced: boolean;
}

/** A text as read and checked. Everything else the service answers is asked of this. */
export interface Analysis {
  readonly head: Head;
  readonly text: string;
  readonly lines: readonly Line[];
  readonly draft: Draft;
  readonly identity: Identity;
  /** The house style that head, settings or body give; null when none does. */
  readonly style: string | null;
  /** The same, point by point; "generic" when there is none. */
  readonly houseStyle: HouseStyle;
  readonly status: Settings['status'] | null;
  readonly citations: readonly Citation[];
  readonly documents: readonly DocumentMention[];
  readonly references: readonly InternalReference[];
  /** In the order of their place. */
  readonly findings: readonly Finding[];
  /** The same without their mends: what did not change is the same object as in the analysis before. */
  readonly notices: readonly Notice[];
  /** For the analysis of the same text after a change. */
  readonly basis: Basis;
}

export interface Hover {
  readonly range: Range;
  readonly markdown: string;
}

export interface OfferedFix extends Fix {
  readonly finding: Finding;
}

/** A text before and after its mends; one and the same analysis where there was nothing to mend. */
export interface Mended {
  readonly before: Analysis;
  readonly after: Analysis;
}

export interface LineRange {
  readonly start: Position;
  readonly end: Position;
}

/** What `resolute parse` prints, less `version` and `path` (interface: "Command line"). */
export interface Facts {
  readonly language: string;
  readonly symbol: string | null;
  readonly title: string | null;
  readonly body: string | null;
  readonly kind: string | null;
  readonly style: string | null;
  readonly paragraphs: readonly {
    readonly part: 'preamble' | 'operative';
    readonly level: 0 | 1 | 2;
    readonly label: string | null;
    readonly opening: string | null;
    readonly italic: boolean;
    readonly range: LineRange;
  }[];
  readonly enactingFormula: { readonly text: string; readonly range: LineRange } | null;
  readonly citations: readonly {
    readonly text: string;
    readonly instrument: string;
    readonly revision: string | null;
    readonly status: CitationStatus;
    readonly range: LineRange;
  }[];
  readonly documents: readonly { readonly text: string; readonly symbol: string; readonly range: LineRange }[];
  readonly footnotes: readonly { readonly label: string; readonly range: LineRange }[];
  readonly brackets: readonly { readonly range: LineRange }[];
}

export type CitationStatus = Status;

/** What `resolute lookup --format json` prints for one instrument. */
export interface Match {
  readonly instrument: string;
  /** The citation as its body writes it. */
  readonly name: string;
  readonly revision: string | null;
  readonly title: string | null;
  readonly body: string;
  readonly meeting: string | null;
  readonly year: number | null;
  readonly status: CitationStatus;
  readonly statusAsOf: string | null;
  readonly confidence: 'stated' | 'inferred' | null;
  /** Ids; the names beside them are as the bodies write them, revisions included. */
  readonly repealedBy: readonly string[];
  readonly repealedByNames: readonly string[];
  readonly replaces: readonly string[];
  readonly replacesNames: readonly string[];
  /** `copy`: on a site where anyone may upload documents, not published by the body. */
  readonly sources: readonly {
    readonly url?: string;
    readonly file?: string;
    readonly note?: string;
    readonly copy?: true;
  }[];
  /** Whether the registry lists the instrument, or only reads its number. */
  readonly listed: boolean;
  /** What is to be said of a number or revision that the registry does not list. */
  readonly remark: string | null;
}

/** Everything an editor or a script may ask about drafts. Pure: the same text and registry give the same answer. */
export interface Service {
  /** Reads and checks `text`. Never throws: a rule that fails is left out for this text and reported to `log`. */
  /** `before`: the analysis of the text before a change. The answer is the same with it, only sooner. */
  analyse(text: string, options: AnalyseOptions, before?: Analysis): Analysis;
  /** What stands at `offset`: a citation, an opening verb or a document symbol. */
  hover(analysis: Analysis, offset: number): Hover | undefined;
  /** The mends of the first fifty findings that touch `range`, in the order of the findings. */
  fixes(analysis: Analysis, range: Range): OfferedFix[];
  /** `text` after all safe mends, or those of one rule. Applying it twice changes nothing the second time. */
  fixAll(text: string, options: AnalyseOptions, rule?: string): string;
  /** The text before and after all safe mends, as read: what `fixAll` gives, for those who ask what was found too. */
  mend(text: string, options: AnalyseOptions): Mended;
  /** The comments that would silence the findings that touch `range`, one set a rule and line. */
  silences(analysis: Analysis, range: Range): OfferedFix[];
  facts(analysis: Analysis): Facts;
  /** What an editor shows of a draft at a glance, under the settings it was read with. */
  status(analysis: Analysis, settings: Settings): DraftStatus;
  /** What the registry knows of a citation ("Resolution 11.10"), a symbol or words of a title, best first. */
  lookup(query: string): Match[];
  /** Citations that fit where the drafter writes: by number or by words of the title, the best first. */
  complete(analysis: Analysis, offset: number): Completion[];
  /** A read-only page of Markdown about the instrument `id`; undefined for an id that no body writes. */
  page(id: string): string | undefined;
  citedAt(analysis: Analysis, offset: number): Citation | undefined;
  /** What an adopted text adds to the registry; null for a draft. */
  adopted(analysis: Analysis): AdoptedText | null;
  /** What a workspace keeps of a text, read without checking it. */
  summary(text: string, options: AnalyseOptions): Summary;
  /** The same of a text that is read already. */
  summaryOf(read: ReadDraft): Summary;
  /** This service with the facts of adopted texts added behind all packs. */
  withAdopted(files: readonly AdoptedFile[]): Service;
  /** The same in steps of a millisecond or two each, for thousands of texts. */
  addAdopted(files: readonly AdoptedFile[]): Generator<undefined, Service, undefined>;
  /** The citations whose instruments have an official page. */
  links(analysis: Analysis): OfficialLink[];
  /** What a draft cites, grouped by status. */
  cited(analysis: Analysis): CitedGroup[];
  /** At most a hundred instruments by number or words of the title. */
  find(query: string): FoundInstrument[];
  /** What the words of a draft are, portion by portion; those that are as `before` are taken from there. `within`: only of what this touches. */
  tokens(analysis: Analysis, before?: TokenText, within?: Range): TokenText;
}

/** What the service needs from its host. */
export interface ServiceParts {
  readonly packs: readonly import('../registry/pack').Pack[];
  /** Told once per rule and text when a rule fails. */
  readonly log?: (message: string) => void;
}
