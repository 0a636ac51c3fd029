import formsEn from '../../../data/forms.en.json';
import formsEs from '../../../data/forms.es.json';
import formsFr from '../../../data/forms.fr.json';
import type { Language } from '../structure/model';

/** What the form of paragraphs is judged by in a language; see data/forms.*.json. */
export interface Forms {
  /** The words for "and". */
  readonly and: readonly string[];
  /** The article of an enacting formula; and the organ of most conventions, where packs name organs in English alone. */
  readonly formula: { readonly article: string; readonly organ?: string };
  /** Words behind a subject: "Parties are …" opens with no verb. */
  readonly auxiliaries: readonly string[];
  /** The words that openings repeated once and twice take; none where their use is not known well enough. */
  readonly sequence: readonly string[];
  /** Strengths of verbs that address somebody. */
  readonly addressing: readonly string[];
  /** What ends the name of an addressee, and the words in it that tell no two apart. */
  readonly addresseeEnds: readonly string[];
  readonly addresseeSkips: readonly string[];
  /** First words of openings behind which "also" stands: "Having also considered". */
  readonly compound: readonly string[];
  /** Wrong names of organs, each with the right one. */
  /** The sign of an infinitive: "to". */
  readonly infinitives: readonly string[];
  /** What may stand beside infinitives in a list: "Decides: (a) To convene …; (b) That …". */
  readonly likeInfinitives: readonly string[];
  /** Words that paragraphs of declarations open with: "we". */
  readonly prose: readonly string[];
  /** How participles and adjectives of a preamble may end. */
  readonly participles: readonly string[];
  /** How the verbs of operative paragraphs may end. */
  readonly verbs: readonly string[];
  readonly organSlips: readonly (readonly string[])[];
}

export const forms: Readonly<Record<Language, Forms>> = { en: formsEn, fr: formsFr, es: formsEs };

/** Steps by which a finding on form is lowered where the evidence for `language` is thin (R88). */
export const thin = (language: Language): number => (language === 'en' ? 0 : 2);
