import type { Series } from '../citations/forms-index';
import { fill, fillNumbers, match, type Parts } from '../citations/pattern';
import type { Registry } from '../registry/registry';
import type { Kind } from '../structure/model';
import { words } from '../structure/words';

/** An instrument as its number is read. */
export interface ReadNumber {
  readonly id: string;
  readonly kind: Kind;
  readonly number: string;
  /** The id of its meeting, where the number tells it. */
  readonly meeting: string | null;
  readonly revision: string | null;
}

const KINDS = ['decision', 'resolution', 'recommendation'] as const;

/**
 * Reads `number` as `body` writes numbers of `kind`. Without a kind it must fit one alone. Undefined when it does not.
 */
export function readNumber(
  registry: Registry,
  body: string,
  kind: Kind | null,
  number: string,
): ReadNumber | undefined {
  const kinds = kind === null ? KINDS : [kind];
  const found = kinds.flatMap((one) => readOf(registry, body, one, number) ?? []);
  return found.length === 1 ? found[0] : undefined;
}

function readOf(registry: Registry, body: string, kind: Kind, number: string): ReadNumber | undefined {
  for (const series of registry.forms.series) {
    if (series.body !== body || series.form.kind !== kind) continue;
    for (const text of [number, bare(number, kind)]) {
      const read = readAs(registry, series, text);
      if (read) return read;
    }
  }
  return undefined;
}

function readAs(registry: Registry, series: Series, text: string): ReadNumber | undefined {
  for (const pattern of [...series.after, ...series.alone]) {
    const found = match(pattern, text, 0);
    if (!found) continue;
    const revision = revisionOf(registry, series.body, text.slice(found.end).trim());
    if (revision !== undefined) return { ...named(series, found.parts), revision };
  }
  return undefined;
}

function named({ form }: Series, parts: Parts): Omit<ReadNumber, 'revision'> {
  return {
    id: fill(form.id, parts),
    kind: form.kind,
    number: fill(form.writeNumber, parts).replace(/ +/g, ' ').trim(),
    meeting: form.meeting ? fillNumbers(form.meeting, parts) : null,
  };
}

/** The revision that `rest` names, null for none; undefined when it is something else. */
function revisionOf(registry: Registry, body: string, rest: string): string | null | undefined {
  if (rest === '') return null;
  const forms = registry.forms.revisions.get(body);
  const found = forms?.read.map((form) => match(form.pattern, rest, 0)).find((one) => one?.end === rest.length);
  if (!forms || !found) return undefined;
  return found.parts.meeting ? fill(forms.form.id, found.parts) : null;
}

/** `number` without the noun that a feed puts before it. */
function bare(number: string, kind: Kind): string {
  const small = number.toLowerCase();
  const nouns = Object.values(words).flatMap(({ nouns: all }) => all[kind]);
  const [noun = ''] = nouns.filter((one) => small.startsWith(`${one} `)).sort((a, b) => b.length - a.length);
  return number.slice(noun.length).trim();
}
