/** The packs of registry/ as JSON texts, in one order; made by scripts/build.mjs. */
declare module 'resolute:packs' {
  /** A list of all packs without their instruments and sources. */
  export const heads: () => string;
  /** Instruments and sources of each; null where it has none. */
  export const rests: readonly ((() => string) | null)[];
}
