import { availableParallelism } from 'node:os';

/** Beyond these, threads cost more memory than they save time. */
const mostThreads = 8;

/** How many threads share work that keeps a core busy. RESOLUTE_THREADS in the environment sets another number. */
export function threadCount(): number {
  const asked = process.env.RESOLUTE_THREADS ?? '';
  const count = /^\d{1,2}$/.test(asked) ? Number(asked) : availableParallelism();
  return Math.max(1, Math.min(mostThreads, count));
}
