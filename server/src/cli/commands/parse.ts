import { readDraft } from '../drafts';
import type { Terminal } from '../terminal';
import { analyse, type DraftOptions, partsOf } from './check';

/** Prints what Resolute reads in a draft, as JSON. Returns the exit status. */
export async function parse(path: string, options: DraftOptions, terminal: Terminal): Promise<number> {
  const draft = await readDraft(path, partsOf(options, terminal));
  const facts = draft.project.service.facts(analyse(draft, draft.text));
  terminal.print(`${JSON.stringify({ version: 1, path: draft.path, ...facts }, null, 2)}\n`);
  return terminal.problems.length > 0 ? 2 : 0;
}
