import formsEn from '../../../data/forms.en.json';
import formsEs from '../../../data/forms.es.json';
import formsFr from '../../../data/forms.fr.json';
import type { Language } from '../structure/model';

/** What the form of paragraphs is judged by in a language; see data/forms.*.json. */
export interface Forms {
  readonly and: readonly string[];
}

export const forms: Readonly<Record<Language, Forms>> = { en: formsEn, fr: formsFr, es: formsEs };

/** Steps by which a finding on form is lowered where the evidence for `language` is thin (R88). */
export const thin = (language: Language): number => (language === 'en' ? 0 : 2);
