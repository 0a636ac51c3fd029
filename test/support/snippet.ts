/** One reading of a snippet: what stands in the text when the drafter accepts every suggestion, or other choices. */
export type Choose = (choices: readonly string[]) => string;

const first: Choose = (choices) => choices[0] as string;

const placeholder = /\$\{\d+:([^${}]*)\}/g;

/** The text of a snippet's body. `choose` picks from a list of choices. */
export function expand(body: readonly string[], choose: Choose = first): string {
  let text = body
    .join('\n')
    .replace(/\$\{\d+\|([^|]*)\|\}/g, (_, choices: string) => choose(choices.split(',')))
    .replace(/\$\d+/g, '');
  // A placeholder may hold others: the innermost first.
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(placeholder, '$1');
  }
  return text;
}
