import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Runner, Test } from 'mocha';

/** What the launcher looks for at the start of a line: all else that is said in here goes to a log. */
const mark = '» ';

const say = (text: string) => {
  for (const line of text.split('\n')) console.log(mark + line);
};

/** Leaves the counts where the launcher asked for them. */
function report({ stats }: Runner): void {
  const file = process.env.RESOLUTE_TEST_REPORT;
  if (!file || !stats) return;
  writeFileSync(file, JSON.stringify({ passed: stats.passes, failed: stats.failures, skipped: stats.pending }));
}

/** Called by VS Code inside its extension host. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  class Lines extends Mocha.reporters.Base {
    constructor(runner: Runner) {
      super(runner);
      runner.on('pass', (test: Test) => say(`  ✔ ${test.fullTitle()}`));
      runner.on('pending', (test: Test) => say(`  - ${test.fullTitle()}`));
      runner.on('fail', (test: Test, error: Error) => say(`  ✘ ${test.fullTitle()}\n${error.stack}`));
      runner.once('end', () => report(runner));
    }
  }
  const mocha = new Mocha({ timeout: 30_000, reporter: Lines });
  mocha.addFile(path.join(__dirname, 'suite.js'));
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures ? reject(new Error(`${failures} failed`)) : resolve()));
  });
}
