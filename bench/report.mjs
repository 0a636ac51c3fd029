// The page that a run gives.
import os from 'node:os';
import { markdownTable, median, quantile, rounded } from './stats.mjs';

/** `samples`: by name, one list of milliseconds a round. `ratio(name, floor)`: how many times the floor. */
export function report({ samples, ratio, sizes, rounds, edits }) {
  const all = (name) => samples.get(name).flat();
  const middle = (name) => rounded(median(all(name)));
  const times = (name, floor) => `×${rounded(ratio(name, floor))}`;
  const floor = 'an empty server';
  const ours = ['pushed by Resolute', 'pulled from Resolute'];

  const starts = (until, key) => [
    [`an empty server, start ${until}`, middle(`${key}: ${floor}`), ''],
    [
      `Resolute’s server, start ${until}`,
      middle(`${key}: ${ours[0]}`),
      times(`${key}: ${ours[0]}`, `${key}: ${floor}`),
    ],
  ];

  const openings = sizes.flatMap((size) =>
    [floor, ...ours].map((name) => [
      `${size}, ${name}`,
      middle(`open ${size}: ${name}`),
      name === floor ? '' : times(`open ${size}: ${name}`, `open ${size}: ${floor}`),
      all(`found ${size}: ${name}`)[0],
    ]),
  );
  const keystrokes = sizes.flatMap((size) =>
    [floor, ...ours].map((name) => [
      `${size}, ${name}`,
      ...[0.5, 0.95, 0.99].map((share) => rounded(quantile(all(`key ${size}: ${name}`), share))),
      name === floor ? '' : times(`key ${size}: ${name}`, `key ${size}: ${floor}`),
      times(`key ${size}: ${name}`, `split ${size}`),
    ]),
  );
  const processes = [
    ['`node -e 0`', middle('node -e 0'), ''],
    ['`resolute check` of 14 kB', middle('check 14 kB'), times('check 14 kB', 'node -e 0')],
    ...starts('to its first answer', 'ready'),
    ...starts('to the diagnostics of 14 kB', `cold ${sizes[0]}`),
  ];
  const splits = sizes.map((size) => [`${size}, split into lines`, middle(`split ${size}`)]);

  return `# Performance

Made by \`npm run bench -- --write\`, ${rounds} rounds in shuffled order, on ${machine()}.
Milliseconds, medians over all rounds. The ratios are taken within a round and are what to compare: other work on the
machine moves both sides of them. The drafts are made by \`bench/generate.mjs\`, with faults in them. The empty server
keeps the text in step and answers each change with no diagnostics: with the same library nobody can be faster.

## From opening a draft to its diagnostics, in a warm server

${markdownTable([['draft', 'ms', 'to the empty server', 'findings'], ...openings])}

## From a keystroke to the diagnostics

One letter in the middle of the draft, ${edits} times a round (a quarter as often at 1 MB), over stdio.

${markdownTable([['draft', 'p50', 'p95', 'p99', 'to the empty server', 'to splitting lines'], ...keystrokes])}

## Whole processes

${markdownTable([['process', 'ms', 'to the floor'], ...processes])}

## The floor of reading

${markdownTable([['draft', 'ms'], ...splits])}
`;
}

function machine() {
  const cpus = os.cpus();
  return `${cpus.length} cores (${cpus[0]?.model.trim() || 'unknown'}), ${os.type()} ${os.arch()}, Node ${process.version}`;
}
