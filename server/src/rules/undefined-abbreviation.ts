import type { FormsIndex } from '../citations/forms-index';
import type { Draft } from '../structure/model';
import { perLanguage } from '../structure/per-language';
import { type AbbreviationAt, abbreviationsOf, type Definition } from './abbreviations';
import type { RuleContext } from './context';
import type { Fix, Options, Report, Rule } from './rule';
import { usage } from './usage';

/** R65: an abbreviation that is not written out at its first use, or is defined and never used. */
export const undefinedAbbreviation: Rule = {
  id: 'undefined-abbreviation',
  summary: 'An abbreviation used before or without its definition, or defined and never used.',
  severity: 'hint',
  options: { known: { about: 'Further abbreviations that need no definition.', default: [] } },
  digest(context: RuleContext, options: Options): string {
    const seen = ({ written, isBody, definition }: AbbreviationAt) => [
      written,
      isBody,
      definition && !!definition.long,
    ];
    const found = abbreviationsOf(context.draft, knownIn(context, options));
    return JSON.stringify([...found].map(([short, places]) => [short, places.map(seen)]));
  },
  *check(context: RuleContext, options: Options): Iterable<Report> {
    const { draft } = context;
    if (!draft.isDraft) return;
    for (const [short, places] of abbreviationsOf(draft, knownIn(context, options))) yield* judge(draft, short, places);
  },
};

/** Whether an abbreviation needs no definition. */
function knownIn({ draft, registry }: RuleContext, { known = [] }: Options): (word: string) => boolean {
  const common = commonTo(draft.language);
  const names = namesOf(registry.forms);
  return (word) => names.has(word) || common.has(word) || known.includes(word);
}

const commonTo = perLanguage((language): ReadonlySet<string> => new Set(usage[language].abbreviations));

const names = new WeakMap<FormsIndex, ReadonlySet<string>>();

function namesOf(index: FormsIndex): ReadonlySet<string> {
  const found = names.get(index) ?? new Set(namesIn(index));
  names.set(index, found);
  return found;
}

/** The bodies' own abbreviations. */
const namesIn = ({ names }: FormsIndex): string[] =>
  [...names.values()].flatMap((list) => list.flatMap(({ text, exact }) => (exact ? [text] : [])));

function* judge({ text }: Draft, short: string, places: readonly AbbreviationAt[]): Iterable<Report> {
  const defined = places.find(({ definition }) => definition !== null);
  const first = places.find(({ isBody, definition }) => isBody && definition === null);
  if (!defined?.definition) {
    if (first)
      yield {
        range: first.range,
        message: `“${first.written}” is never written out in this text. Write out what it stands for, with “(${short})” behind it.`,
      };
  } else if (places.length === 1 && defined.isBody && defined.definition.long) {
    yield unused(defined, defined.definition);
  } else if (first && first.range.start < defined.range.start) yield early(text, first, defined, defined.definition);
}

function unused({ written, range }: AbbreviationAt, { brackets }: Definition): Report {
  const fix = { title: `Remove “(${written})”`, edits: [{ range: brackets, newText: '' }], preferred: true };
  return { range, message: `“${written}” is introduced here and never used. Remove it.`, fixes: () => [fix] };
}

function early(
  text: string,
  { written, range }: AbbreviationAt,
  defined: AbbreviationAt,
  definition: Definition,
): Report {
  return {
    range,
    message: `“${written}” is written out only further below. Write it out here, where it stands first.`,
    related: [{ range: defined.range, message: 'Written out here.' }],
    fixes: () => moved(text, written, range, defined, definition),
  };
}

/** Takes the words from where they are written out to the first use. */
function moved(
  text: string,
  written: string,
  range: AbbreviationAt['range'],
  defined: AbbreviationAt,
  { brackets, long }: Definition,
): Fix[] {
  // where one is plural and the other is not, the words would not fit
  if (!long || written !== defined.written) return [];
  const words = text.slice(long.start, long.end);
  return [
    {
      title: `Write out “${written}” here`,
      edits: [
        { range, newText: `${words} (${written})` },
        { range: { start: long.start, end: brackets.end }, newText: defined.written },
      ],
      preferred: true,
    },
  ];
}
