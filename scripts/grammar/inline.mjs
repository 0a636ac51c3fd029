// Rules for what stands anywhere in a text: citations, symbols, notes, brackets, comments to Resolute.
import * as cited from './citations.mjs';
import { bookmarkScope, bracketScope, include, opened, scopes } from './parts.mjs';

const citationScope = 'variable.other.constant.citation.decision';
const noteScope = 'string.other.footnote.decision';

export const directive = {
  name: 'comment.block.html.directive.decision',
  begin: '<!--[ \\t]{0,20}(resolute-(?:disable-next-line|disable-line|disable|enable))(?![\\w-])',
  beginCaptures: scopes('keyword.other.directive.decision'),
  end: '-->',
  patterns: [
    { match: '[ \\t]--[ \\t].*?(?=-->|$)' },
    { name: 'variable.parameter.rule.decision', match: '[a-z][a-z-]{0,40}[a-z]' },
  ],
};

export const citation = {
  patterns: [
    { name: citationScope, match: cited.alone },
    {
      begin: cited.noun,
      beginCaptures: { 0: { name: citationScope } },
      end: '(?=.)|$',
      applyEndPatternLast: true,
      patterns: [{ name: citationScope, match: cited.listed }, { match: cited.joint }],
    },
  ],
};

export const note = {
  name: 'meta.footnote.decision',
  begin: '(\\[)(\\d{1,3})(:)(?=\\s)',
  beginCaptures: scopes(...Array(3).fill(noteScope)),
  end: '(\\])|$',
  endCaptures: scopes(noteScope),
  patterns: include('#citation', '#symbol'),
};

export const symbol = { name: 'string.other.document-symbol.decision', match: cited.symbol };

export const marks = {
  patterns: [
    { name: bookmarkScope, match: '\\[bookmark:[^\\]\\n]{0,200}\\]' },
    { name: noteScope, match: '\\[(?:\\^[^\\]\\s]{1,60}|footnoteRef:[ ]?\\d{1,4})\\]:?' },
  ],
};

/** The first one is a check box; a bracket that begins a line belongs to the rules for lines. */
export const bracket = {
  patterns: [
    { match: '(?<=[-*+][ \\t])\\[[ xX]\\](?=[ \\t])' },
    { name: bracketScope, match: `(?!^)${opened}|\\](?!\\()` },
  ],
};
