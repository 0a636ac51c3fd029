// Rules for whole lines: the enacting formula, numbered paragraphs and items, and the verbs that open them.
import * as cited from './citations.mjs';
import { opening } from './openings.mjs';
import {
  bookmark,
  bookmarkScope,
  bracket,
  bracketScope,
  include,
  italicMark,
  loneItalicMark,
  openedAtStart,
  scopes,
} from './parts.mjs';

const inline = include('text.html.markdown#inline', 'text.html.derivative');

const labelScope = 'constant.numeric.label.decision';

/** A rule for one line. `while` never holds, so nothing that is left open in the line runs on into the next. */
const line = (name, begin, beginCaptures, patterns) => ({ name, begin, beginCaptures, while: '(?!)', patterns });

export const numbered = line(
  'meta.paragraph.operative.decision',
  `^[ \\t]*${bracket}(\\d{1,3}(?:[ \\u00a0]?(?:${cited.insertions}))?[.)])(?=[ \\t\\[*]|$)[ \\t]*${bookmark}${bracket}`,
  scopes(bracketScope, `${labelScope} punctuation.definition.list.begin.markdown`, bookmarkScope, bracketScope),
  [...include('#operative', '#preambular'), ...inline],
);

export const item = line(
  'meta.paragraph.item.decision',
  `^[ \\t]*${bracket}(\\((?:[a-z]{1,2}|[ivxl]{1,7})\\)|(?:[a-z]{1,2}|[ivxl]{1,7})\\)|[a-z]\\.)(?=[ \\t\\[]|$)[ \\t]*${bookmark}`,
  scopes(bracketScope, `${labelScope} punctuation.definition.list.begin.markdown`, bookmarkScope),
  inline,
);

export const unnumbered = line(
  'meta.paragraph.markdown',
  `^[ \\t]*${bookmark}(?:(${openedAtStart})|(?=[*_]?\\p{Lu}))`,
  scopes(bookmarkScope, bracketScope),
  [...include('#preambular', '#operative'), ...inline],
);

/** In a draft an indented line is a paragraph set in, not code. */
export const indented = line('meta.paragraph.markdown', '^(?: {4}|\\t)[ \\t]*(?=[^ \\t\\n])', {}, inline);

/** An opening verb where its paragraph begins, or where an alternative in brackets does: `[Requests] [Invites]`. */
const verb = (part, name) => {
  const at = '(?:\\G|(?<=\\]\\[)|(?<=\\][ \\u00a0]\\[))';
  const words = opening(part);
  return {
    patterns: [
      {
        name: 'markup.italic.markdown',
        begin: `${at}(\\*|_)(${words})(?=[^*_\\n]{0,200}\\1)`,
        beginCaptures: scopes(italicMark, name),
        end: '(\\1)|$',
        endCaptures: scopes(italicMark),
      },
      { name, match: `${at}${words}` },
    ],
  };
};

const formulaScope = 'entity.name.type.enacting-formula.decision';
const formulaWords = `${cited.organ}(?:[ \\u00a0](?:to|of|de|à|au|du|a|al|en)[ \\u00a0][^.;:*_\\n]{1,200})?`;
export const formula = {
  patterns: [
    { match: `^[ \\t]*(${formulaWords}),?[ \\t]*$`, captures: scopes(formulaScope) },
    {
      match: `^[ \\t]*(\\*|_)(${formulaWords})(,?\\1),?[ \\t]*$`,
      captures: scopes(loneItalicMark, `markup.italic.markdown ${formulaScope}`, loneItalicMark),
    },
    {
      begin: `^[ \\t]*(\\*)(?=${cited.organ}[^*\\n]{0,200}$)`,
      beginCaptures: scopes(loneItalicMark),
      end: '(\\*)|^[ \\t]*$',
      endCaptures: scopes(loneItalicMark),
      contentName: `markup.italic.markdown ${formulaScope}`,
    },
  ],
};

export const preambular = verb('preambular', 'keyword.other.preambular.decision');
export const operative = verb('operative', 'keyword.control.operative.decision');
