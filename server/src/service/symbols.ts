import type { Registry } from '../registry/registry';
import { escapeMarkdown } from './markdown';

/** Parts of a document symbol that say what the document is. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\/INF/i, 'information document'],
  [/\/CRP/i, 'conference room paper'],
  [/\/L\.\d/, 'draft text, limited distribution'],
  [/\/Res(?:olution)?[. ]/i, 'resolution'],
  [/\/Dec[. ]|\/DEC\//, 'decision'],
  [/\/Doc\.|\/\d+$/, 'meeting document'],
];
const SUFFIXES: readonly (readonly [RegExp, string])[] = [
  [/Rev\.?\s?\d/, 'revised'],
  [/Add\.?\s?\d/, 'addendum'],
  [/Corr\.?\s?\d/, 'corrigendum'],
  [/Annex/, 'an annex of it'],
];

/** Body, meeting and kind of the document that `symbol` names, as far as the symbol itself tells. */
export function describeSymbol(symbol: string, registry: Registry): string {
  const found = registry.forms.symbols.find(({ prefix }) => symbol.startsWith(prefix));
  const body = found && registry.body(found.body);
  const meeting = /(?:COP|CoP|MOP|CMA|CMP|CP|CHW|EA|StC|ScC)\.?(\d{1,3})/.exec(symbol);
  const year = /\/(19\d\d|20\d\d)\//.exec(symbol)?.[1];
  const kind = KINDS.find(([pattern]) => pattern.test(symbol))?.[1] ?? 'document';
  const suffix = SUFFIXES.filter(([pattern]) => pattern.test(symbol)).map(([, name]) => name);
  const lines = [
    `**${escapeMarkdown(symbol)}**`,
    escapeMarkdown(body ? `${body.name} (${body.organ})` : 'The body of this symbol is not known here.'),
    escapeMarkdown(
      [meeting ? `Meeting ${meeting[0].replace('.', '')}` : '', year ? `Year ${year}` : '', kind, ...suffix]
        .filter(Boolean)
        .join(' · '),
    ),
  ];
  return lines.join('\n\n');
}
