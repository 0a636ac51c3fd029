import type { Analysis } from '../../server/src/service/api';
import { type Fault, type FaultKind, faultKinds, faultsIn } from './faults';
import { judgeFault, spread, type Verdict } from './judge-fault';

interface Count {
  tried: number;
  found: number;
  alone: number;
  /** Of those that are to be mended. */
  mended: number;
}

/** Shares of all faults tried: reported at their place, by one finding alone, mended to the byte. */
export interface Shares {
  readonly found: number;
  readonly alone: number;
  readonly mended: number;
}

/** Puts faults into texts and counts what became of them, kind by kind. */
export class FaultTally {
  readonly counts = new Map<FaultKind, Count>();
  /** What went wrong, a line each. */
  readonly failures: string[] = [];

  /** At most `most` faults of each kind that a rule of `rules` is to find. */
  try(name: string, sound: Analysis, read: (text: string) => Analysis, rules: ReadonlySet<string>, most: number): void {
    const all = faultsIn(sound);
    for (const kind of Object.keys(faultKinds) as FaultKind[]) {
      if (!rules.has(faultKinds[kind].rule)) continue;
      for (const fault of spread(
        all.filter((one) => one.kind === kind),
        most,
      )) {
        this.note(name, fault, judgeFault(sound, fault, read));
      }
    }
  }

  private note(name: string, { about, kind }: Fault, { alone, found, mended, news }: Verdict): void {
    const count = this.counts.get(kind) ?? { tried: 0, found: 0, alone: 0, mended: 0 };
    this.counts.set(kind, count);
    count.tried++;
    if (found) count.found++;
    if (alone) count.alone++;
    if (mended) count.mended++;
    if (alone && mended !== false) return;
    const fault = !found ? 'not found' : !alone ? 'not alone' : 'not mended';
    this.failures.push(`${name}: ${kind}, ${about}: ${fault} (${news.join('; ')})`);
  }

  shares(): Shares {
    const all = [...this.counts.entries()];
    const sum = (list: typeof all, of: keyof Count) => list.reduce((total, [, count]) => total + count[of], 0);
    const mendable = all.filter(([kind]) => faultKinds[kind].mended);
    const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
    return {
      found: share(sum(all, 'found'), sum(all, 'tried')),
      alone: share(sum(all, 'alone'), sum(all, 'tried')),
      mended: share(sum(mendable, 'mended'), sum(mendable, 'tried')),
    };
  }

  /** A line a kind, and one for all. */
  lines(): string[] {
    const { found, alone, mended } = this.shares();
    const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
    return [
      ...[...this.counts].map(([kind, count]) => {
        const mends = faultKinds[kind].mended ? `, ${count.mended} mended exactly` : '';
        return `${kind}: ${count.tried} tried, ${count.found} found, ${count.alone} alone${mends}`;
      }),
      `all: ${percent(found)} found, ${percent(alone)} alone, ${percent(mended)} mended exactly`,
    ];
  }
}
