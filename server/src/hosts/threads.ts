import { parentPort, type ResourceLimits, Worker, workerData } from 'node:worker_threads';
import { threadArgument } from './thread-argument';

/** Threads that run one program, each given tasks in the order they came. What passes is copied. */
export interface Threads<Task, Answer> {
  /** The answer to a task. Fails when the task did, or when the thread that had it ended. */
  run(task: Task): Promise<Answer>;
  /** Ends all threads; what is under way fails. */
  end(): Promise<void>;
}

export interface ThreadsParts {
  /** The path of the program. */
  readonly program: string;
  /** By which the program knows that it is to serve tasks of this kind. */
  readonly kind: string;
  /** Handed to each thread. */
  readonly data?: unknown;
  /** The memory of each thread; a thread that needs more ends. */
  readonly limits?: ResourceLimits;
  /** How many threads there are at most; each is started when a task finds none at rest. */
  readonly most: number;
}

interface Job<Task, Answer> {
  readonly task: Task;
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

type Reply<Answer> = { readonly answer: Answer } | { readonly fault: string };

/** Tasks a thread has at hand: the next one lies ready when it answers. */
const atHand = 2;

export function startThreads<Task, Answer>({ program, kind, data, limits, most }: ThreadsParts): Threads<Task, Answer> {
  const jobs = new Map<Worker, Job<Task, Answer>[]>();
  const waiting: Job<Task, Answer>[] = [];
  // Of a program that dies each time no more than this is asked.
  let left = 2 * most;
  let ended = false;

  const start = (): Worker => {
    left--;
    // What a thread prints must not get between the messages of the protocol.
    const quiet = { stdout: true, stderr: true };
    const worker = new Worker(program, {
      workerData: { kind, data },
      argv: [threadArgument],
      ...quiet,
      ...(limits && { resourceLimits: limits }),
    });
    jobs.set(worker, []);
    worker.on('message', (reply: Reply<Answer>) => {
      const job = jobs.get(worker)?.shift();
      if ('fault' in reply) job?.reject(new Error(reply.fault));
      else job?.resolve(reply.answer);
      give();
    });
    const died = (reason: string) => {
      const lost = jobs.get(worker) ?? [];
      jobs.delete(worker);
      for (const job of lost) job.reject(new Error(reason));
      give();
    };
    worker.on('error', (error: NodeJS.ErrnoException) => died(error.code ?? error.name));
    worker.on('exit', (code) => died(`status ${code}`));
    return worker;
  };
  /** The thread that is to have the next task; undefined while all have enough to do. */
  const next = (): Worker | undefined => {
    const [least] = [...jobs].sort(([, a], [, b]) => a.length - b.length);
    if (least && least[1].length === 0) return least[0];
    if (jobs.size < most && left > 0) return start();
    return least && least[1].length < atHand ? least[0] : undefined;
  };
  const give = () => {
    while (waiting.length > 0) {
      const worker = next();
      if (!worker) break;
      const job = waiting.shift() as Job<Task, Answer>;
      jobs.get(worker)?.push(job);
      worker.postMessage(job.task);
    }
    if (ended || (jobs.size === 0 && left === 0)) {
      for (const job of waiting.splice(0)) job.reject(new Error('there is no thread left'));
    }
  };
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject });
        give();
      }),
    end: async () => {
      ended = true;
      left = 0;
      await Promise.all([...jobs.keys()].map((worker) => worker.terminate()));
    },
  };
}

/** The data a thread of this kind was handed; undefined elsewhere. */
export function threadData(kind: string): { readonly data: unknown } | undefined {
  return parentPort !== null && workerData?.kind === kind ? workerData : undefined;
}

/** Serves tasks, one after the other. */
export function serveTasks<Task, Answer>(answer: (task: Task) => Promise<Answer>): void {
  const port = parentPort;
  if (port === null) throw new Error('this is no thread');
  let work = Promise.resolve();
  port.on('message', (task: Task) => {
    work = work
      .then(() => answer(task))
      .then(
        (given): Reply<Answer> => ({ answer: given }),
        (error): Reply<Answer> => ({ fault: error instanceof Error ? error.message : String(error) }),
      )
      .then((reply) => port.postMessage(reply));
  });
}
