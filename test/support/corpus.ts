import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Context } from 'mocha';

const folder = path.resolve(__dirname, '..', '..', process.env.RESOLUTE_CORPUS ?? '../shared', 'corpus');

/** The text of a file of the corpus of real documents, which is no part of the project. */
export const corpusText = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

/** Skips the tests of a `before` hook, with a printed line, where `name` of the corpus is not there. */
export function needCorpus(context: Context, name: string): void {
  if (existsSync(path.join(folder, name))) return;
  console.log(`skipped: ${context.test?.parent?.title}: there is no corpus here (RESOLUTE_CORPUS names its folder)`);
  context.skip();
}
