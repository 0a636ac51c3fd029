/** Every file of registry/ as JSON text; made by scripts/build.mjs. */
declare module 'resolute:packs' {
  const texts: readonly string[];
  export default texts;
}
