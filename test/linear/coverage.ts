import { type Profiler, Session } from 'node:inspector';

/** How often each stretch of the code ran, by function. */
export interface Coverage {
  /** Executed stretches since the last call, by "file function". Of the server and of the packages it is made of. */
  take(): Map<string, number>;
}

/** Where the product's code is; the tests' own does not count. */
const COUNTED = /\/(?:server\/src|node_modules\/(?:yaml|diff|jsonc-parser|leven|vscode-[a-z-]+|@cfworker))\//;

/** Begins to count. What was loaded before is counted by function only, so load the product afterwards. */
export function startCoverage(): Coverage {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return { take: () => countsOf(taken(session)) };
}

function taken(session: Session): Profiler.ScriptCoverage[] {
  let result: Profiler.ScriptCoverage[] = [];
  session.post('Profiler.takePreciseCoverage', (error, answer) => {
    if (error) throw error;
    result = answer.result;
  });
  return result;
}

function countsOf(scripts: readonly Profiler.ScriptCoverage[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { url, functions } of scripts) {
    if (!COUNTED.test(url)) continue;
    const file = url.slice(url.lastIndexOf('/') + 1);
    for (const { functionName, ranges } of functions) {
      const steps = ranges.reduce((sum, { count }) => sum + count, 0);
      if (steps === 0) continue;
      const name = `${file} ${functionName || `@${ranges[0]?.startOffset}`}`;
      counts.set(name, (counts.get(name) ?? 0) + steps);
    }
  }
  return counts;
}
