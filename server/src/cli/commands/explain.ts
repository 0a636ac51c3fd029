import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { rules } from '../../rules/index';
import { nearest } from '../../service/nearest';
import { ruleIds } from '../../service/settings';
import { Failure } from '../failure';
import type { Terminal } from '../terminal';

/** The rule pages lie beside the built programs' folder. */
const pages = path.join(__dirname, '..', 'docs', 'rules');

/** Prints the page of a rule. Returns the exit status. */
export async function explain(id: string, terminal: Terminal): Promise<number> {
  const ids = rules.map((rule) => rule.id);
  if (!ids.includes(id)) throw new Failure(unknown(id, ids));
  try {
    terminal.print(await readFile(path.join(pages, `${id}.md`), 'utf8'));
  } catch {
    throw new Failure(
      `the page of the rule "${id}" is missing: ${path.join(pages, `${id}.md`)}. Install Resolute again.`,
    );
  }
  return 0;
}

function unknown(id: string, ids: readonly string[]): string {
  if (ruleIds.includes(id)) return `the rule "${id}" comes with a later version`;
  const near = nearest(id, ids);
  return `there is no rule "${id}". ${near ? `Did you mean "${near}"?` : 'Run "resolute rules" to see them.'}`;
}
