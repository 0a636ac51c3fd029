import { serveTasks, threadData } from '../../hosts/threads';
import { draftAt } from '../drafts';
import type { FileResult } from '../results';
import type { Teller } from '../terminal';
import { checkDraft, type DraftOptions, partsOf } from './check';
import { threadKind } from './thread-kind';

/** What came of one draft, and what was told meanwhile, in order. */
export interface Checked {
  readonly told: readonly Told[];
  readonly result?: FileResult;
}

export type Told = readonly [as: keyof Teller, message: string];

/** Keeps what it is told until it is taken. */
export function recorder(): Teller & { take(): Told[] } {
  const told: Told[] = [];
  return {
    problem: (message) => void told.push(['problem', message]),
    note: (message) => void told.push(['note', message]),
    take: () => told.splice(0),
  };
}

/** How to check drafts by their names, one at a time; packs and project files are read once. */
export function checker(options: DraftOptions): (name: string) => Promise<Checked> {
  const teller = recorder();
  const parts = partsOf(options, teller);
  return async (name) => {
    const draft = await draftAt(name, parts);
    const result = draft && checkDraft(draft, teller);
    return { told: teller.take(), ...(result && { result }) };
  };
}

/** Whether this is a thread that is to check drafts. */
export const isCheckThread = (): boolean => threadData(threadKind) !== undefined;

/** Works as a thread that is given names of drafts. */
export function serveChecks(): void {
  const check = checker(threadData(threadKind)?.data as DraftOptions);
  serveTasks<readonly string[], Checked[]>(async (names) => {
    const checked: Checked[] = [];
    for (const name of names) checked.push(await check(name));
    return checked;
  });
}
