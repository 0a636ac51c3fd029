import { nameOf, type Registry } from '../registry/registry';
import type { Range } from '../text/range';
import type { Analysis } from './api';

/** A citation whose instrument has an official page. */
export interface OfficialLink {
  readonly range: Range;
  readonly url: string;
  readonly tooltip: string;
}

/** The links of a draft's citations to official pages. Packs may come from anyone: only https and http count. */
export function officialLinks({ citations }: Analysis, registry: Registry): OfficialLink[] {
  return citations.flatMap(({ instrument, others, body, range }) => {
    const known = others.length === 0 ? registry.instrument(instrument) : undefined;
    const url = webAddress(known?.url);
    if (!known || !url) return [];
    const notes = (known.sources ?? []).map((key) => registry.source(body, key)?.note).filter(Boolean);
    const tooltip = `${nameOf(registry, instrument)} at ${url.host}${notes.length > 0 ? ` (${notes[0]})` : ''}`;
    return [{ range, url: url.href, tooltip }];
  });
}

/** A pack may leave the scheme out, as printed addresses do. */
function webAddress(text: string | undefined): URL | undefined {
  if (text === undefined) return undefined;
  const full = /^[a-z][a-z\d+.-]{0,20}:/i.test(text) ? text : `https://${text}`;
  if (!/^https?:/i.test(full) || !URL.canParse(full)) return undefined;
  return new URL(full);
}
