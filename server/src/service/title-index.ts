import type { Instrument } from '../registry/pack';
import type { Registry } from '../registry/registry';

/** Finds instruments by words of their titles, in any of their languages, and of their topics. */
export type TitleIndex = (words: readonly string[]) => Instrument[];

/** The index over `registry`; its texts are made small-lettered once, at the first question. */
export function titleIndex(registry: Registry): TitleIndex {
  let entries: { readonly instrument: Instrument; readonly text: string; readonly length: number }[] | undefined;
  return (words) => {
    const wanted = words.filter((word) => word !== '');
    if (wanted.length === 0) return [];
    entries ??= [...registry.all()].flatMap(({ instrument }) => {
      const titles = [instrument.title, instrument.subject, ...Object.values(instrument.titles ?? {})];
      const known = titles.filter((title) => title !== undefined);
      return known.length > 0
        ? [{ instrument, text: known.join('\n').toLowerCase(), length: known[0]?.length ?? 0 }]
        : [];
    });
    const found = entries.filter(({ text }) => wanted.every((word) => text.includes(word)));
    return found.sort((a, b) => a.length - b.length).map(({ instrument }) => instrument);
  };
}
