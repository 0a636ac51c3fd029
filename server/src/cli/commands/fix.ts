import { writeReason, writeWhole } from '../../hosts/write-whole';
import type { Severity } from '../../rules/rule';
import { type DraftFile, draftsAt } from '../drafts';
import { counted, type FileResult, resultOf } from '../results';
import { plain, type Terminal } from '../terminal';
import { type DraftOptions, partsOf, statusOf, tried } from './check';

export interface FixOptions extends DraftOptions {
  readonly dryRun?: boolean;
  readonly failOn: Severity;
}

interface Mended {
  readonly text: string;
  /** How many findings the mends took away. */
  readonly count: number;
  readonly left: FileResult;
}

const MARK = '\uFEFF';

/** Mends what is safe in the drafts at `paths`. Returns the exit status: what is left decides it. */
export async function fix(paths: readonly string[], options: FixOptions, terminal: Terminal): Promise<number> {
  const left: FileResult[] = [];
  for await (const draft of draftsAt(paths, partsOf(options, terminal))) {
    const mended = tried(draft, terminal, () => mend(draft));
    if (!mended) continue;
    if (options.dryRun) await showDifference(draft, mended, terminal);
    else put(draft, mended, terminal);
    left.push(mended.left);
  }
  return statusOf(left, options.failOn, terminal);
}

function mend(draft: DraftFile): Mended {
  const { project, forced, path } = draft;
  const { before, after } = project.service.mend(draft.text, { settings: project.settings, forced });
  const count = Math.max(1, before.findings.length - after.findings.length);
  return { text: after.draft.text, count, left: resultOf(path, after) };
}

/** Standard input goes to standard output; a file is written only when something changed. */
function put(draft: DraftFile, mended: Mended, terminal: Terminal): void {
  if (draft.file === undefined) return terminal.print(whole(draft, mended.text));
  const found = mended.left.diagnostics.length;
  const rest = found === 0 ? '' : `, ${counted(found, 'finding')} left`;
  if (mended.text === draft.text) return terminal.print(`${plain(draft.path)}: nothing to mend${rest}\n`);
  try {
    writeWhole(draft.file, whole(draft, mended.text));
    terminal.print(`${plain(draft.path)}: ${counted(mended.count, 'finding')} mended${rest}\n`);
  } catch (error) {
    terminal.problem(`${draft.path}: it cannot be written: ${writeReason(error)}. The file is as it was.`);
  }
}

async function showDifference(draft: DraftFile, { text }: Mended, terminal: Terminal): Promise<void> {
  if (text === draft.text) return;
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff');
  const names = [draft.path, draft.path, whole(draft, draft.text), whole(draft, text)] as const;
  terminal.print(createTwoFilesPatch(...names, undefined, undefined, { headerOptions: FILE_HEADERS_ONLY }));
}

const whole = ({ hasMark }: DraftFile, text: string): string => (hasMark ? MARK + text : text);
