import type { JsonPath } from './check-pack';
import { faultAt, isObject, type Tell } from './pack-fault';
import { type PieceFault, pieceFaults } from './pack-schema';

type Given = Record<string, unknown>;

/** Without one of these nobody can be told whose the instruments are. */
const ESSENTIAL = ['id', 'name', 'organ', 'names'];

/** The body of a pack without what is at fault in it, which is told; undefined where it lacks what it cannot do without. */
export function soundBody(given: unknown, tell: Tell): Given | undefined {
  if (!isObject(given)) return undefined;
  const body = { ...given };
  let usable = true;
  for (const fault of pieceFaults('body', outlineOf(body))) {
    const leftOut = leftOutFor(fault, body);
    tell(faultAt(['body'], fault, leftOut));
    if (leftOut.length === 0) usable = false;
    else leaveOut(body, leftOut.slice(1));
  }
  if (Array.isArray(body.articles)) soundArticles(body, body.articles, tell);
  if (body.articleSources === undefined) delete body.articles;
  if (body.articles === undefined) delete body.articlesComplete;
  return usable ? body : undefined;
}

const outlineOf = (body: Given): Given =>
  Array.isArray(body.articles) && body.articles.length > 0 ? { ...body, articles: [{ number: '1' }] } : body;

/** What is left out of the pack for a fault of its body: a key, the names in one language, or all of it. */
function leftOutFor({ keyword, keys, path }: PieceFault, { names }: Given): JsonPath {
  const [key, inner] = path;
  if (keyword === 'dependentRequired') return ['body', keys[0] ?? ''];
  if (key === 'names' && inner !== undefined && isObject(names) && Object.keys(names).length > 1)
    return ['body', 'names', inner];
  return key === undefined || ESSENTIAL.includes(String(key)) ? [] : ['body', key];
}

function leaveOut(body: Given, [key = '', language]: JsonPath): void {
  if (language === undefined) delete body[key];
  else body[key] = Object.fromEntries(Object.entries(body[key] as Given).filter(([name]) => name !== language));
}

/** Where one article is left out, another number may well be an article. */
function soundArticles(body: Given, articles: readonly unknown[], tell: Tell): void {
  const good = articles.filter((article, i) => {
    const path = ['body', 'articles', i];
    const faults = pieceFaults('article', article);
    for (const fault of faults) tell(faultAt(path, fault, path));
    return faults.length === 0;
  });
  if (good.length < articles.length) delete body.articlesComplete;
  if (good.length > 0) body.articles = good;
  else delete body.articles;
}
