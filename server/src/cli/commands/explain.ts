import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { rules } from '../../rules/index';
import type { Rule } from '../../rules/rule';
import { nearest } from '../../service/nearest';
import { ruleIds } from '../../service/settings';
import { Failure } from '../failure';
import type { Terminal } from '../terminal';

/** The rule pages lie beside the built programs' folder. */
const pages = path.join(__dirname, '..', 'docs', 'rules');

/** Prints the page of a rule, and how it may be set. Returns the exit status. */
export async function explain(id: string, terminal: Terminal): Promise<number> {
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw new Failure(unknown(id));
  try {
    const page = await readFile(path.join(pages, `${id}.md`), 'utf8');
    terminal.print(`${page.trimEnd()}\n\n${settingsOf(rule)}\n`);
  } catch {
    throw new Failure(
      `the page of the rule "${id}" is missing: ${path.join(pages, `${id}.md`)}. Install Resolute again.`,
    );
  }
  return 0;
}

/** The severity of a rule by default, and its options. */
function settingsOf({ severity, options = {} }: Rule): string {
  const lines = Object.entries(options).map(([name, option]) => {
    const value = option.default.length > 0 ? option.default.map((text) => `"${text}"`).join(', ') : 'none';
    return `- \`${name}\`, a list of texts (default: ${value}). ${option.about}`;
  });
  return ['## Settings', '', `- \`severity\` (default: ${severity}).`, ...lines].join('\n');
}

function unknown(id: string): string {
  const ids = rules.map((rule) => rule.id);
  if (ruleIds.includes(id)) return `the rule "${id}" comes with a later version`;
  const near = nearest(id, ids);
  return `there is no rule "${id}". ${near ? `Did you mean "${near}"?` : 'Run "resolute rules" to see them.'}`;
}
