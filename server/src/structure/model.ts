import type { Line } from '../text/lines';
import type { Range } from '../text/range';

export type Language = 'en' | 'fr' | 'es';
export type Part = 'preamble' | 'operative';
export type Kind = 'decision' | 'resolution' | 'recommendation';

/** What the YAML front matter of a draft says (interface: "Head of a draft"). Absent keys were not given. */
export interface Head {
  readonly range: Range | null;
  readonly body?: string;
  readonly houseStyle?: string;
  readonly language?: Language;
  readonly meeting?: string;
  readonly status?: 'draft' | 'final' | 'adopted';
  readonly symbol?: string;
  readonly translationOf?: string;
  /** Where the value of each key that was read stands, by the key. */
  readonly places: Readonly<Record<string, Range>>;
  /** Values that a key of ours cannot have. */
  readonly unknown: readonly {
    readonly key: string;
    readonly value: string;
    readonly values: readonly string[];
    readonly range: Range;
  }[];
  /** Faults of the head itself, for the editor to show in it. */
  readonly problems: readonly { readonly range: Range; readonly message: string }[];
}

/**
 * One logical stretch of text (a paragraph, a heading, a table cell …): its lines joined by single blanks, without
 * italic marks, Word left-overs, comments and tags. `clean` is what readers work on; `map` leads back to the source.
 */
export interface Block {
  readonly clean: string;
  /** Pairs of (clean offset, source offset), rising: between two pairs both run in step. */
  readonly map: readonly number[];
  /** Italic spans in `clean`. */
  readonly italics: readonly Range[];
  /** The block in the source, from its first to its last visible character. */
  readonly range: Range;
  /** The first visible sign of the block in the source, an asterisk or a bracket included. */
  readonly begin: number;
  readonly kind: BlockKind;
}

export type BlockKind =
  | 'title'
  | 'heading'
  | 'formula'
  | 'preambular'
  | 'operative'
  | 'item'
  | 'annex'
  | 'annex-text'
  | 'note'
  | 'other';

/** How the opening words of a paragraph are set. */
export type Setting = 'italic' | 'capitals' | 'roman';

/** The opening word or phrase of a paragraph ("Also requests"), or a second verb inside it. */
export interface Opening {
  readonly text: string;
  /** The phrase as the list of verbs knows it ("Requests"); null when no known phrase opens the paragraph. */
  readonly phrase: string | null;
  readonly part: Part | null;
  /** How strong an operative verb is: a key of `strength` in data/verbs.en.json. */
  readonly strength: string | null;
  readonly range: Range;
  readonly setting: Setting;
}

/** The label of a numbered paragraph or item. */
export interface Label {
  /** As written, without its full stop: "2", "(a)", "3 bis". */
  readonly text: string;
  readonly style: LabelStyle;
  /** 1 for "1", "(a)" and "(i)". */
  readonly value: number;
  /** The last value of a label for several paragraphs ("5.–7. [deleted]"); otherwise `value`. */
  readonly last: number;
  /** "bis", "ter", "alt 1" …, when there is one. */
  readonly suffix: string | null;
  /** "(a)", "a)", "1." or a bare "1". */
  readonly shape: 'brackets' | 'bracket' | 'stop' | 'bare';
  /** The label's number or letter alone, without brackets and full stop. */
  readonly range: Range;
}

export type LabelStyle = 'arabic' | 'letter' | 'roman' | 'capital-roman' | 'capital-letter';

export interface Paragraph {
  readonly part: Part;
  /** 0 a preambular or operative paragraph, 1 "(a)", 2 "(i)". */
  readonly level: 0 | 1 | 2;
  readonly label: Label | null;
  /** Null on sub-paragraphs, and where nothing stands behind the number yet. */
  readonly opening: Opening | null;
  /** The other openings of "[Requests][Invites] parties …". */
  readonly alternatives: readonly Opening[];
  readonly secondVerbs: readonly Opening[];
  /** The options that begin behind the paragraph before and in front of this one's text. */
  readonly options: readonly Option[];
  /** Stands under an option without a number: it takes that of the paragraph that the options belong to. */
  readonly isAlternative: boolean;
  readonly range: Range;
  readonly block: Block;
  /** Counts numbered sections and decisions in the text: numbers may start again where this changes. */
  readonly section: number;
}

/** "Option 1:", "Alternative A", "Alt. 2": the beginning of one of several versions of what follows. */
export interface Option {
  readonly text: string;
  /** What options of one set have in common: their word, and how they are counted. */
  readonly set: string;
  /** 1 for "Option 1", "Option I" and "Option A"; null for "Alt." alone and for "Option 1 bis". */
  readonly ordinal: number | null;
  /** Its text stands with it and has no number: "Option 2: No text". */
  readonly isWhole: boolean;
  readonly range: Range;
}

export interface Footnote {
  readonly label: string;
  readonly range: Range;
}

/** The mark of a foot note in the text: `[^1]` (markdown) or `[footnoteRef:2]` (word). */
export interface NoteMark {
  readonly kind: 'markdown' | 'word' | 'page';
  readonly label: string;
  readonly range: Range;
  /** The label alone. */
  readonly number: Range;
}

/** A foot note: `[^1]: …`, `[2:  …]`, or one at the foot of a printed page, whose mark cannot be told from the text. */
export interface NoteBody extends NoteMark {
  /** What the note says, without its label. */
  readonly text: string;
}

/** Marks and bodies, each in the order of the text. */
export interface Notes {
  readonly marks: readonly NoteMark[];
  readonly bodies: readonly NoteBody[];
}

/** The heading of an annex. */
export interface Annex {
  /** "annex" or "appendix", as written, in small letters. */
  readonly noun: string;
  /** The number of "Annex II"; null for "Annex". */
  readonly label: {
    readonly text: string;
    readonly style: LabelStyle;
    readonly value: number;
    readonly range: Range;
  } | null;
  readonly range: Range;
  readonly block: Block;
}

/** A left-over of a word processor (R83, R84, R86). */
export interface Artefact {
  readonly kind: 'bookmark' | 'note-mark' | 'note-body' | 'open-italics';
  readonly label: string | null;
  readonly range: Range;
}

/** A pair of square brackets of negotiation text; it may span paragraphs. */
export interface Bracket {
  /** Both signs and all between them. */
  readonly range: Range;
  readonly open: Range;
  readonly close: Range;
  /** How many other brackets it lies in. */
  readonly depth: number;
  /** The index in `Draft.brackets` of the innermost of these; null for none. */
  readonly parent: number | null;
}

/** A square bracket without its partner. */
export interface LooseBracket {
  readonly sign: '[' | ']';
  readonly range: Range;
}

/** A draft as read: plain data, the same for the same text. */
export interface Draft {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly head: Head;
  /** False for a text that is no decision (R11): then there are no paragraphs. */
  readonly isDraft: boolean;
  readonly language: Language;
  readonly title: string | null;
  readonly symbol: string | null;
  /** Where the text gives its own number: no citation. */
  readonly identifier: { readonly kind: Kind | null; readonly text: string; readonly range: Range } | null;
  readonly kind: Kind | null;
  readonly enactingFormula: { readonly text: string; readonly range: Range } | null;
  readonly blocks: readonly Block[];
  readonly paragraphs: readonly Paragraph[];
  readonly footnotes: readonly Footnote[];
  readonly notes: Notes;
  readonly annexes: readonly Annex[];
  /** All options, those that no paragraph follows too; annexes are not looked through. */
  readonly options: readonly Option[];
  /** In the order of their opening. */
  readonly brackets: readonly Bracket[];
  readonly looseBrackets: readonly LooseBracket[];
  readonly artefacts: readonly Artefact[];
  /** Whether the source carries italics at all; where it does not, italics cannot be judged (R28). */
  readonly hasItalics: boolean;
}

/** What of a draft tells whose it is and which; the places in it are not to be used. */
export type Front = Pick<Draft, 'text' | 'identifier' | 'symbol' | 'kind' | 'enactingFormula' | 'blocks'>;
