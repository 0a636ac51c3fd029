import type { Citation } from '../citations/citation';
import { fill } from '../citations/pattern';
import { revisionOf } from '../registry/registry';
import { sourceRange } from '../structure/blocks';
import type { Draft } from '../structure/model';
import { words } from '../structure/words';
import type { Range } from '../text/range';
import { type CitationList, citationLists } from './citation-lists';
import type { RuleContext } from './context';
import { isWording, wordingOf } from './own-words';
import type { Report, Rule } from './rule';
import { oddSymbols, symbolsIn } from './symbol-spellings';
import { usage } from './usage';

/** R44, R46, R52: numbers, revisions, lists and document symbols not written as their body writes them. */
export const citationForm: Rule = {
  id: 'citation-form',
  summary: 'A citation not written the way its body writes it, or a document symbol spelt in two ways.',
  severity: 'information',
  digest: (context) =>
    JSON.stringify([
      [...ownForms(context)].map(({ message }) => message),
      [...symbolsIn(context.draft, context.citations)].map(([key, spellings]) => [key, [...spellings.keys()]]),
    ]),
  *check(context: RuleContext): Iterable<Report> {
    const { draft, citations } = context;
    yield* ownForms(context);
    for (const { range, usual, usualAt } of oddSymbols(draft, citations)) {
      const related = [{ range: usualAt, message: `Written “${usual}” here.` }];
      yield { ...rewrite(range, draft.text, usual), related };
    }
  },
};

/** What is found in one paragraph alone. */
function* ownForms(context: RuleContext): Iterable<Report> {
  const { draft, citations } = context;
  const isOwn = ({ block, clean }: Citation): boolean =>
    isWording(draft, block) ? wordingOf(block).isOwn(clean) : block.kind === 'note';
  // most often all are, and their lists are known
  const own = citations.every(isOwn) ? citations : citations.filter(isOwn);
  for (const citation of own) {
    const written = writtenAs(context, citation);
    if (written) yield rewrite(written.range, draft.text, written.text, citation.instrument);
  }
  for (const list of citationLists(draft, own)) {
    if (endsInStop(list)) yield* abbreviatedNoun(draft, list);
    if (list.members.length < 2) continue;
    yield* singularNoun(draft, list);
    yield* serialComma(draft, list);
  }
}

function rewrite(range: Range, text: string, newText: string, instrument?: string): Report {
  const fix = { title: `Write “${newText}”`, edits: [{ range, newText }], preferred: true, safe: true };
  return {
    range,
    message: `Write “${newText}” instead of “${text.slice(range.start, range.end)}”.`,
    ...(instrument !== undefined && { instrument }),
    fixable: true,
    fixes: () => [fix],
  };
}

/** "UNEP/CMS/Resolution 12.3": an official symbol is as good as the number. */
const SYMBOL = /^[A-Z]{1,10}\//;

/** What should stand in place of a number, or of its revision; undefined when nothing is to be changed. */
function writtenAs({ draft, registry, identity }: RuleContext, citation: Citation) {
  const { series, parts, text, revision, revisionRange, body } = citation;
  if (citation.others.length > 0) return undefined;
  const number = fill(series.form.writeNumber, parts).trim();
  if (text !== number && !SYMBOL.test(text) && !SYMBOL.test(startOf(citation))) {
    const elided = series.form.elided?.some((source) => fill(source, parts) === text);
    const named = text.replace(/[^\p{L}]/gu, '') !== number.replace(/[^\p{L}]/gu, '');
    if (!elided && (!named || body === identity.body)) return { range: citation.range, text: number };
  }
  const mark = revision === null || revision === 'Rev.' ? undefined : revisionOf(registry, body, revision);
  const isOther = revisionRange && mark && draft.text.slice(revisionRange.start, revisionRange.end) !== mark;
  return isOther ? { range: revisionRange, text: mark } : undefined;
}

/** The number with what stands right before it: of a symbol only the number itself is kept in the citation. */
const startOf = ({ block, clean }: Citation): string =>
  block.clean.slice(block.clean.lastIndexOf(' ', clean.start - 2) + 1, clean.end);

const nounIn = ({ members, noun }: CitationList) =>
  noun && { range: sourceRange((members[0] as Citation).block, noun), kind: (members[0] as Citation).kind };

const endsInStop = ({ members, noun }: CitationList): boolean =>
  noun !== null && members[0]?.block.clean[noun.end - 1] === '.';

function* abbreviatedNoun({ text, language }: Draft, list: CitationList): Iterable<Report> {
  const noun = nounIn(list);
  if (!noun || list.members[0]?.block.kind === 'note' || !text.slice(noun.range.start, noun.range.end).endsWith('.'))
    return;
  const whole = words[language].nouns[noun.kind][list.members.length > 1 ? 1 : 0] as string;
  yield rewrite(noun.range, text, likeCase(whole, text[noun.range.start] as string));
}

/** "decision MC-3/11, MC-4/9": several numbers take the plural. */
function* singularNoun({ text, language }: Draft, list: CitationList): Iterable<Report> {
  const noun = nounIn(list);
  const { nouns, plurals, articles, own } = words[language];
  if (!noun || list.noun?.plural || list.members.length < 2 || text[noun.range.end - 1] === '.') return;
  const plural = nouns[noun.kind].find((one) => plurals.includes(one));
  if (plural === undefined) return;
  const report = rewrite(noun.range, text, likeCase(plural, text[noun.range.start] as string));
  const before = /(\p{L}{1,12})['’ ]$/u.exec(text.slice(Math.max(0, noun.range.start - 14), noun.range.start))?.[1];
  const changes =
    usage[language].articlesAgree && before !== undefined && [...articles, ...own].includes(before.toLowerCase());
  yield changes ? { range: report.range, message: report.message } : report;
}

/** "MC-3/11, MC-4/9, and MC-5/19": no comma before "and". */
function* serialComma({ text }: Draft, { members, lastGap }: CitationList): Iterable<Report> {
  const { block } = members[0] as Citation;
  if (!lastGap || members.length < 3 || !/^, \p{L}/u.test(block.clean.slice(lastGap.start, lastGap.end))) return;
  const range = sourceRange(block, { start: lastGap.start, end: lastGap.start + 1 });
  yield {
    range,
    message: 'No comma stands before the last number of a list. Remove it.',
    fixable: text.slice(range.start, range.end) === ',',
    fixes: () => [{ title: 'Remove the comma', edits: [{ range, newText: '' }], preferred: true, safe: true }],
  };
}

/** `word` with a capital where `like` is one. */
const likeCase = (word: string, like: string): string =>
  like === like.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
