// The page that a run gives.
import os from 'node:os';
import { floorNames, indexers, ownNames, peerNames } from './checkers.mjs';
import { folderFloors } from './floors.mjs';
import { goalRows, goalsOf } from './goals.mjs';
import { versionsOf } from './peers.mjs';
import { FLOOR, PULLED, PUSHED, RUMDL } from './servers.mjs';
import { markdownTable, rounded } from './stats.mjs';

const PEERS = [
  ...['rumdl', 'markdownlint', 'remark-lint', 'remark-preset-lint-recommended', 'harper.js'],
  'vscode-markdown-languageservice',
];
const SERVERS = [FLOOR, PUSHED, PULLED, RUMDL, ...peerNames];
const COMMANDS = ['`node -e 0`', '`resolute check`', '`rumdl check`'];

/** `samples`: what was measured; `sizes`, `counts`: the names of the texts and folders of this run. */
export function report({ samples, sizes, counts, rounds, parts }) {
  const cell = (name, share) => {
    const value = samples.at(name, share);
    return value === undefined ? (samples.noteOf(name) ?? '–') : rounded(value);
  };
  const times = (name, floor, share) => {
    const value = samples.ratio(name, floor, share);
    return value === undefined ? '' : `×${rounded(value)}`;
  };
  const shown = { cell, times, sizes, counts };
  const sections = { keystroke: keystrokes, texts, folders, size };
  const measured = Object.keys(sections).filter((part) => parts.includes(part));
  return [head(rounds), goalsTable(samples, counts), ...measured.map((part) => sections[part](shown))].join('\n');
}

const head = (rounds) => `# Performance

Made by \`npm run bench -- --write\`, in ${rounds} ${rounds === 1 ? 'round' : 'rounds'},
on ${machine()}.
Beside Resolute: ${versionsOf(PEERS).join(', ')}.

Milliseconds where nothing else is said, medians over all rounds. What is compared runs in turns, in another order each
round. Ratios are taken within a round, then their median over the rounds: they are what to compare, for other work on
the machine moves both sides of them. The drafts are made by \`bench/generate.mjs\`, with faults in them. What took too
long is said to be over so many seconds; what took more than ten was measured in the first round only.
`;

const goalsTable = (samples, counts) => `## Goals

${markdownTable([['what', 'goal', 'measured', 'reached'], ...goalRows(samples, goalsOf(counts.at(-1)))])}

Of pushed and pulled diagnostics the slower one counts.
`;

function keystrokes({ cell, times, sizes }) {
  const of = (size) =>
    SERVERS.map((name) => {
      const key = `key ${size}: ${name}`;
      const floor = `key ${size}: ${FLOOR}`;
      const ratio = name === FLOOR ? '' : times(key, floor);
      return [name, cell(key), cell(key, 0.95), cell(key, 0.99), ratio, cell(`open ${size}: ${name}`)];
    });
  const columns = ['p50', 'p95', 'p99', 'p50 to the empty server', 'opening it'];
  const memory = SERVERS.map((name) => [
    name,
    cell(`ready: ${name}`),
    times(`ready: ${name}`, `ready: ${FLOOR}`),
    cell(`idle: ${name}`),
    ...sizes.map((size) => cell(`memory ${size}: ${name}`)),
  ]);
  return `## From a keystroke to its diagnostics

![Keystroke and check by size of the text](images/performance.svg)

In the plot a keystroke of Resolute is a pushed one; the floor is the empty server, and decoding and splitting the text.

Over stdio, one letter in the middle of the draft replaced, the next one after the answer; a server’s first tenth is
left out. The empty server keeps the text in step and answers each change with no diagnostics. rumdl has a server of its
own; the other peers are put into one that does nothing else and does not wait.

${sizes.map((size) => markdownTable([[size, ...columns], ...of(size)])).join('\n\n')}

A server’s start until it answers \`initialize\`, and the megabytes resident: idle, and a second after the keystrokes.

${markdownTable([['server', 'start', 'to the empty server', 'idle, MB', ...sizes.map((size) => `${size}, MB`)], ...memory])}
`;
}

function texts({ cell, times, sizes }) {
  const rows = (key, names) => names.map((name) => [name, ...sizes.map((size) => cell(`${key} ${size}: ${name}`))]);
  const floor = (size) => `warm ${size}: decoding and splitting it`;
  const againstFloor = [...ownNames, ...peerNames].map((name) => [
    name,
    ...sizes.map((size) => times(`warm ${size}: ${name}`, floor(size))),
  ]);
  const commands = COMMANDS.map((name) => [name, ...sizes.map((size) => cell(`process ${size}: ${name}`))]);
  const cold = rows('cold', peerNames).map(([name, ...cells]) => [`${name}, start to the first check’s end`, ...cells]);
  const finds = rows('finds', [ownNames[0], ...peerNames]);
  return `## Whole texts

One check in a warm process, on the text with one letter changed each time. *Whole*: Resolute is handed the text and
nothing else. *Again*: it is handed its analysis of the text before too.

${markdownTable([['checker', ...sizes], ...rows('warm', [...ownNames, ...peerNames])])}

The same, in times of decoding the text and splitting it into lines:

${markdownTable([['checker', ...sizes], ...againstFloor])}

Processes that have just begun:

${markdownTable([['process', ...sizes], ...commands, ...cold])}

The first check in a process, without its start:

${markdownTable([['checker', ...sizes], ...rows('first', [...ownNames, ...peerNames])])}

What they find there:

${markdownTable([['checker', ...sizes], ...finds])}

The floors:

${markdownTable([['floor', ...sizes], ...rows('warm', floorNames)])}
`;
}

function folders({ cell, times, counts }) {
  const row = (name) => {
    const key = (count) => `folder ${count}: ${name}`;
    const floor = (count) => `folder ${count}: reading and decoding every file`;
    return [name, ...counts.flatMap((count) => [cell(key(count)), times(key(count), floor(count))])];
  };
  const names = [
    'listing them',
    ...Object.keys(folderFloors),
    ...['Resolute’s index', 'Resolute’s index again', 'index of rumdl’s server', ...Object.keys(indexers)],
    ...['`resolute check` of the folder', '`resolute check` of one file of that size', '`rumdl check` of the folder'],
    ...peerNames,
  ];
  const memory = ['Resolute’s index', 'Resolute’s index again', 'index of rumdl’s server'].map((name) => [
    name,
    ...counts.map((count) => cell(`folder ${count}: ${name} memory`)),
  ]);
  return `## Folders

Files of 10 kB that cite and repeal one another. Resolute’s index is timed from opening a draft of the folder until the
server answers where all drafts cite it; *again* is the next start, with what the first one kept. That of rumdl’s server
is timed from its start to the end of its progress. The checkers named alone check every file in one process.

${markdownTable([['files', ...counts.flatMap((count) => [count, 'to reading and decoding'])], ...names.map(row)])}

Megabytes resident at most:

${markdownTable([['server', ...counts], ...memory])}
`;
}

function size({ cell }) {
  const names = ['server', 'command line', 'extension', 'packs', 'server for browsers, with packs'];
  const all = [...names.map((name) => `Resolute’s ${name}`), FLOOR, 'markdownlint', 'remark-lint'];
  const rows = [...all, 'Markdown language service', 'harper.js', 'rumdl'].map((name) => [
    name,
    cell(`size: ${name}`),
    cell(`gzipped: ${name}`),
  ]);
  return `## Size

Kilobytes; programs in JavaScript bundled and minified. Of harper.js its WebAssembly, of rumdl its program.

${markdownTable([['what', 'kB', 'gzipped, kB'], ...rows])}
`;
}

function machine() {
  const cpus = os.cpus();
  return `${cpus.length} cores (${cpus[0]?.model.trim() || 'unknown'}), ${os.type()} ${os.arch()}, Node ${process.version}`;
}
