// The registry's section of docs/performance.md.
import { markdownTable, rounded } from './stats.mjs';

const HEAD = '## The registry\n';

/** The section of what bench/registry.mjs measured. */
export function registryReport({ size, loading, steps, megabytes, lookups, searches, editor }) {
  const times = (value, floor) => `×${rounded(value / floor)}`;
  const loads = [
    ['parse all packs whole', rounded(loading.whole), ''],
    ['load them in a new process', rounded(loading.cold), `×${rounded(loading.ratio)}`],
    ['load them again in a warm process', rounded(loading.warm), times(loading.warm, loading.whole)],
    ['the first analysis of 14 kB after that, in a new process', rounded(loading.analysed), ''],
  ];
  const ids = [
    ['a `Map` of the ids', rounded(lookups.floor), ''],
    ['of an instrument that is listed', rounded(lookups.listed), times(lookups.listed, lookups.floor)],
    ['of one that is not', rounded(lookups.missing), times(lookups.missing, lookups.floor)],
  ];
  const once = [
    [`parse its ${rounded(megabytes)} MB of JSON`, rounded(steps.parsed)],
    ['parse it and hold it against the schema', rounded(steps.checked)],
    ['add it to the built-in packs', rounded(steps.made)],
    ['the first look-up of an id', rounded(steps.firstLookup)],
    ['the first search, all built-in packs included', rounded(steps.firstSearch)],
  ];
  const names = { find: 'of the workspace’s symbols', lookup: '`resolute lookup`', complete: 'completion' };
  const found = searches.map(({ name, slowest }) => [
    names[name],
    `\`${slowest.query}\``,
    rounded(slowest.p50),
    rounded(slowest.p95),
  ]);
  const beside = [
    ['a project without a pack', rounded(editor.without.ready), rounded(editor.without.silent)],
    ['a project with the pack', rounded(editor.with.ready), rounded(editor.with.silent)],
  ];

  return `${HEAD}
Made by \`node bench/registry.mjs --write\`. The built-in packs have ${rounded(size)} kB, gzipped. Loading them is all that comes
before the first analysis: their instruments are parsed when one of the body is asked for.

${markdownTable([['loading the built-in packs', 'ms', 'to parsing them whole'], ...loads])}

The rest is of a pack of 100,000 invented resolutions with titles (\`bench/registry-world.mjs\`) beside the built-in packs.

${markdownTable([['one look-up by id', 'µs', 'to the floor'], ...ids])}

${markdownTable([['done once', 'ms'], ...once])}

The slowest of ${searches[0].times.length} queries, of words that many titles hold, few or none, and of numbers:

${markdownTable([['search', 'query', 'p50', 'p95'], ...found])}

An editor opens a draft of 14 kB, and asks for nothing every few milliseconds until its diagnostics are there.

${markdownTable([['server', 'ms to the diagnostics', 'longest silence, ms'], ...beside])}
`;
}

/** `page` with `section` in place of the one it has, or at its end. */
export function inReport(page, section) {
  const start = page.indexOf(HEAD);
  if (start < 0) return `${page.trimEnd()}\n\n${section}`;
  const next = page.indexOf('\n## ', start + HEAD.length);
  return page.slice(0, start) + section + (next < 0 ? '' : page.slice(next));
}

/** The registry's section of `page`; '' when it has none. */
export function registrySection(page) {
  const start = page.indexOf(HEAD);
  if (start < 0) return '';
  const next = page.indexOf('\n## ', start + HEAD.length);
  return page.slice(start, next < 0 ? undefined : next);
}
