import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** So long nobody has asked for anything before memory is given back. */
const QUIET = 500;
/** Less than this is not worth a pause. */
const WORTH = 8e6;
/** What only maps, weak references and code hold is let go by the second or third collection. */
const ROUNDS = 3;
/** Between two collections, in which whoever asks has an answer. */
const BETWEEN = 60;

/**
 * Keeps small the room that an editor's server takes, which waits most of the time: engines let garbage lie until as
 * much has come together again as is in use. Returns what to call whenever there is work.
 */
export function keepRoomSmall(): () => void {
  const collect = collector();
  let inUse = process.memoryUsage().heapUsed;
  let timer: NodeJS.Timeout | undefined;
  let next: NodeJS.Timeout | undefined;
  const giveBack = (round: number) => {
    collect();
    inUse = process.memoryUsage().heapUsed;
    next = round < ROUNDS ? setTimeout(giveBack, BETWEEN, round + 1).unref() : undefined;
  };
  const whenQuiet = () => {
    if (process.memoryUsage().heapUsed - inUse >= WORTH) giveBack(1);
  };
  return () => {
    clearTimeout(next);
    if (timer) timer.refresh();
    else {
      // what is new is collected in the room it has by now, instead of in up to eight times as much
      setFlagsFromString('--semi-space-growth-factor=1');
      timer = setTimeout(whenQuiet, QUIET).unref();
    }
  };
}

/** The engine's own collector, which Node hands out only on demand. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  return () => {
    // else what is left lies scattered over pages that nobody else can have
    setFlagsFromString('--compact-on-every-full-gc');
    collect();
    setFlagsFromString('--no-compact-on-every-full-gc');
  };
}
