// What the rules of the grammar share.

/** Names for the captures 1, 2, 3 … */
export const scopes = (...names) => Object.fromEntries(names.map((name, index) => [index + 1, { name }]));
export const include = (...names) => names.map((name) => ({ include: name }));

export const bookmark = '(?:(\\[bookmark:[^\\]\\n]{0,200}\\])[ \\t]*)?';
/** An opening bracket of negotiation text, not of a note, a bookmark or a link. */
const noBracket = '\\^|\\d{1,3}:|footnoteRef:|bookmark:|[^\\]\\n]{0,200}\\]';
export const opened = `\\[(?!${noBracket}\\()`;
export const openedAtStart = `\\[(?!${noBracket}[(:])`;
export const bracket = `(?:(${openedAtStart}))?`;
export const bookmarkScope = 'comment.block.bookmark.decision';
export const bracketScope = 'keyword.operator.bracket.negotiation.decision';
export const italicMark = 'punctuation.definition.italic.markdown';
/** The same where no rule around it says that this is italics. */
export const loneItalicMark = `markup.italic.markdown ${italicMark}`;
