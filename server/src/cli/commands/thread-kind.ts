/** By this a thread of the program knows that it is to check drafts. */
export const threadKind = 'resolute:check';
