// What was measured, by name and round.
import { sizes } from './inputs.mjs';
import { median, quantile } from './stats.mjs';

export class Samples {
  #rounds = new Map();
  #notes = new Map();

  /** Adds the values that a round gave. */
  keep(name, round, values) {
    const rounds = this.#rounds.get(name) ?? [];
    rounds[round] = [...(rounds[round] ?? []), ...values];
    this.#rounds.set(name, rounds);
  }

  /** Why there are no values: "over 60 s". */
  note(name, why) {
    this.#notes.set(name, why);
  }

  /** The same of the name with `{size}` filled in, and of all larger texts: they would not do better. */
  noteAbove(name, size, why) {
    const all = Object.keys(sizes);
    for (const larger of all.slice(all.indexOf(size))) this.note(name.replace('{size}', larger), why);
  }

  has = (name) => this.#rounds.has(name);
  noteOf = (name) => this.#notes.get(name);

  /** Of all rounds together; undefined where nothing was measured. */
  at(name, share = 0.5) {
    const values = this.#rounds.get(name)?.flat() ?? [];
    return values.length === 0 ? undefined : quantile(values, share);
  }

  /**
   * The median over the rounds of what `compute` makes of one round. It is handed a function that gives the value of a
   * name in that round; rounds in which one is missing do not count. Undefined when none is left.
   */
  withinRounds(compute) {
    const count = Math.max(0, ...[...this.#rounds.values()].map((rounds) => rounds.length));
    const found = Array.from({ length: count }, (_, round) =>
      compute((name, share = 0.5) => {
        const values = this.#rounds.get(name)?.[round] ?? [];
        return values.length === 0 ? Number.NaN : quantile(values, share);
      }),
    ).filter((value) => !Number.isNaN(value));
    return found.length === 0 ? undefined : median(found);
  }

  /** How many times the floor: within each round, for the noise of a round falls on both sides of it. */
  ratio(name, floor, share) {
    return this.withinRounds((value) => value(name, share) / value(floor, share));
  }
}
