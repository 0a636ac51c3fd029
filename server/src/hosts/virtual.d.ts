/**
 * Two JSON texts a file of registry/: the pack without its instruments and sources, and these, '' where it has none;
 * made by scripts/build.mjs.
 */
declare module 'resolute:packs' {
  const texts: readonly (() => string)[];
  export default texts;
}
