import { namedIn } from '../citations/names';
import type { Body } from '../registry/pack';
import { sourceRange } from '../structure/blocks';
import type { Block } from '../structure/model';
import type { Range } from '../text/range';
import { type CitedArticles, citedArticles } from './cited-articles';
import type { RuleContext } from './context';
import { wordingOf } from './own-words';
import type { Report, Rule } from './rule';

/** R51: an article, or a paragraph of one, that the treaty does not have. Said only where every article is listed. */
export const unknownArticle: Rule = {
  id: 'unknown-article',
  summary: 'An article of a treaty, or a paragraph of it, that the treaty does not have.',
  severity: 'error',
  scope: 'paragraph',
  *check(context: RuleContext): Iterable<Report> {
    const { draft, registry } = context;
    if (!draft.isDraft) return;
    for (const block of draft.blocks) {
      for (const cited of citedArticles(block, draft.language, registry.forms)) {
        const body = treatyOf(context, block, cited);
        if (body?.articlesComplete && wordingOf(block).isOwn(cited.articles[0] as Range))
          yield* unknown(block, body, cited);
      }
    }
  },
};

/** How far before it the last treaty named is looked for. */
const BEFORE = 2000;

/** "the Convention" is the draft's own, unless the paragraph has just named another. */
function treatyOf({ identity, registry }: RuleContext, block: Block, { body, articles }: CitedArticles) {
  if (body !== null) return registry.body(body);
  const at = articles[0]?.start ?? 0;
  const before = namedIn(registry.forms, block.clean.slice(Math.max(0, at - BEFORE), at));
  const isOther = before.some((name) => name.body !== identity.body);
  return identity.body === null || isOther ? undefined : registry.body(identity.body);
}

function* unknown(block: Block, body: Body, { articles, paragraphs }: CitedArticles): Iterable<Report> {
  const known = new Map((body.articles ?? []).map((article) => [article.number, article]));
  const last = body.articles?.at(-1)?.number;
  for (const article of articles.filter(({ value }) => !known.has(String(value)))) {
    yield {
      range: sourceRange(block, article),
      message: `The ${body.name} has no article ${article.value}: it ends with article ${last}. Check the number.`,
    };
  }
  const most = articles[0] && known.get(String(articles[0].value))?.paragraphs;
  if (most === undefined) return;
  for (const paragraph of paragraphs.filter(({ value }) => value > most)) {
    yield {
      range: sourceRange(block, paragraph),
      message: `Article ${articles[0]?.value} of the ${body.name} has no paragraph ${paragraph.value}: it ends with paragraph ${most}. Check the number.`,
    };
  }
}
