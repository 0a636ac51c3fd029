import type { Severity } from '../../rules/rule';
import { type DraftFile, draftsAt } from '../drafts';
import { formatCalled } from '../formats/index';
import { createProjects } from '../projects';
import { type FileResult, reaches, resultOf } from '../results';
import type { Teller, Terminal } from '../terminal';
import { areMany } from './are-many';

export interface DraftOptions {
  readonly registry?: readonly string[];
  readonly config?: string;
  readonly stdinFilename?: string;
}

export interface CheckOptions extends DraftOptions {
  readonly format: string;
  readonly failOn: Severity;
}

/** Checks the drafts at `paths` and prints the findings. Returns the exit status. */
export async function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<number> {
  const results = (await areMany(paths))
    ? await (await import('./check-many')).checkInThreads(paths, options, terminal)
    : await checkHere(paths, options, terminal);
  const format = await formatCalled(options.format);
  terminal.print(format(results, { ...terminal, failOn: options.failOn }));
  return statusOf(results, options.failOn, terminal);
}

async function checkHere(paths: readonly string[], options: DraftOptions, terminal: Terminal): Promise<FileResult[]> {
  const results: FileResult[] = [];
  for await (const draft of draftsAt(paths, partsOf(options, terminal))) {
    const result = checkDraft(draft, terminal);
    if (result) results.push(result);
  }
  return results;
}

/** The findings in a draft; undefined where a fault of the program keeps it from being checked, which is told. */
export const checkDraft = (draft: DraftFile, terminal: Pick<Terminal, 'problem'>): FileResult | undefined =>
  tried(draft, terminal, () => resultOf(draft.path, analyse(draft, draft.text)));

/** What a command needs to read drafts. */
export const partsOf = ({ config, registry, stdinFilename }: DraftOptions, terminal: Teller) => ({
  terminal,
  stdinFilename,
  projects: createProjects({
    config,
    registry,
    problem: terminal.problem,
    log: (message) => terminal.note(message.split('\n')[0] ?? ''),
  }),
});

export const analyse = ({ project, forced }: DraftFile, text: string) =>
  project.service.analyse(text, { settings: project.settings, forced });

/** What `work` gives; a fault of the program on one draft must not cost the others. */
export function tried<T>({ path }: DraftFile, terminal: Pick<Terminal, 'problem'>, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    terminal.problem(`${path}: a fault in Resolute keeps this draft from being read: ${reason}`);
    return undefined;
  }
}

/** 2 when something could not be done, 1 when a finding is at or above `failOn`, otherwise 0. */
export function statusOf(results: readonly FileResult[], failOn: Severity, { problems }: Terminal): number {
  if (problems.length > 0) return 2;
  return results.some(({ diagnostics }) => diagnostics.some(({ severity }) => reaches(severity, failOn))) ? 1 : 0;
}
