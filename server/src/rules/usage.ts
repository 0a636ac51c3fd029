import usageEn from '../../../data/usage.en.json';
import usageEs from '../../../data/usage.es.json';
import usageFr from '../../../data/usage.fr.json';
import type { Language } from '../structure/model';

/** A term that is written one way in one text, in small letters but for abbreviations; "#" stands for an ordinal in figures. */
export interface Term {
  readonly term: string;
  /** It is judged behind these words alone: "the secretariat". */
  readonly onlyBehind?: readonly string[];
  /** Words right before the term that make it another thing: "third parties". */
  readonly notBehind?: readonly string[];
  /** Words right behind it that do: "the secretariat of". */
  readonly notBefore?: readonly string[];
  /** House styles whose texts mean several things by it. */
  readonly notIn?: readonly string[];
}

/** What a language's usage is judged by; see data/usage.*.json. */
export interface Usage {
  /** What joins the last number of a list to those before it. */
  readonly listJoints: readonly string[];
  /** Whether an article or a possessive changes with the number of its noun. */
  readonly articlesAgree: boolean;
  /** What leads from a number to a title: word for word behind the strict ones, in the drafter's words behind the loose. */
  readonly titleLeads: { readonly strict: readonly string[]; readonly loose: readonly string[] };
  /** Indefinite articles. */
  readonly indefinite: readonly string[];
  /** What leads from a number to its date. */
  readonly of: readonly string[];
  /** Words before two years that show a period: only behind them may the second year be cut (2026-27). */
  readonly periods: readonly string[];
  /** Whether what a house style asks of year ranges holds in this language: it was seen in English texts alone. */
  readonly stylesSetDashes: boolean;
  readonly articleNouns: readonly string[];
  readonly paragraphNouns: readonly string[];
  /** What a treaty calls itself in short: "the Convention". */
  readonly treatyNouns: readonly string[];
  /** Words behind such a noun that make it the name of another treaty: "the Convention on". */
  readonly treatyTails: readonly string[];
  readonly terms: readonly Term[];
  /** Words that join the words of a name: "Fellowship for Small Island Developing States". */
  readonly nameLinks: readonly string[];
  /** Terms of house styles that are no terms in this language. */
  readonly notTerms: readonly string[];
  /** Wrong forms of the names of organs, each with the right one. */
  readonly organForms: readonly (readonly string[])[];
  /** Endings of an ordinal in figures. */
  readonly ordinals: readonly string[];
  /** Second words of compounds that take a hyphen before their noun: "biodiversity-related agreements". */
  readonly compounds: readonly string[];
  /** Words behind a compound that show that no noun of its own follows. */
  readonly compoundEnds: readonly string[];
  /** Spellings of one word; of two as common the first is kept. */
  readonly variants: readonly (readonly string[])[];
  /** Spellings of one word, the first of them that of house styles that spell with z. */
  readonly houseSpellings: readonly (readonly string[])[];
  /** Words right before a word that give it another spelling: "computer program". */
  readonly notHouseSpelling: readonly string[];
  /** Verbs that may be spelt with z or with s, without "ize" and "ise". */
  readonly izeStems: readonly string[];
  /** Abbreviations that are known to every reader. */
  readonly abbreviations: readonly string[];
  /** What may stand before an abbreviation in the brackets that define it. */
  readonly hereinafter: readonly string[];
  /** Nouns for the parts of a text, which a house style writes small or with a capital. */
  readonly parts: readonly string[];
  /** Treaties, whose parts some bodies write with a capital and others without: of these one way in one text is enough. */
  readonly treaties: readonly string[];
  /** Texts whose parts keep their capital: "Article 55 of the Charter". */
  readonly capitalParts: readonly string[];
}

export const usage: Readonly<Record<Language, Usage>> = { en: usageEn, fr: usageFr, es: usageEs } as Record<
  Language,
  Usage
>;
