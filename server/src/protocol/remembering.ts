/** Answers asked for once and kept. One that failed is not kept. */
export interface Remembered<T> {
  of(key: string): Promise<T>;
  forget(key: string): void;
}

export function remembering<T>(ask: (key: string) => Promise<T>): Remembered<T> {
  const known = new Map<string, Promise<T>>();
  return {
    of: (key) => {
      const kept = known.get(key);
      if (kept) return kept;
      const asked = ask(key);
      known.set(key, asked);
      asked.catch(() => {
        if (known.get(key) === asked) known.delete(key);
      });
      return asked;
    },
    forget: (key) => {
      known.delete(key);
    },
  };
}
