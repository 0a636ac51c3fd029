// What is to be reached, each as a figure of one round; the median over the rounds counts.
import { sizes } from './inputs.mjs';
import { FLOOR, PULLED, PUSHED, RUMDL } from './servers.mjs';
import { rounded } from './stats.mjs';

const WHOLE = 'Resolute, whole';
const warm = (size, name) => `warm ${size}: ${name}`;
const key = (size, name) => `key ${size}: ${name}`;
const process = (size, name) => `process ${size}: ${name}`;

/** The slower of pushed and pulled diagnostics. */
const ours = (value, size, share) => Math.max(value(key(size, PUSHED), share), value(key(size, PULLED), share));

/**
 * How many times as long for ten times the text: the worst of two sizes that follow one another, from 100 kB on; below,
 * what every check costs would flatter it.
 */
function growth(value) {
  const measured = Object.entries(sizes)
    .filter(([, bytes]) => bytes >= 100_000)
    .map(([size, bytes]) => ({ bytes, ms: value(warm(size, WHOLE)) }))
    .filter(({ ms }) => !Number.isNaN(ms));
  const steps = measured.slice(1).map((larger, i) => {
    const smaller = measured[i];
    return (larger.ms / smaller.ms) ** (1 / Math.log10(larger.bytes / smaller.bytes));
  });
  return steps.length === 0 ? Number.NaN : Math.max(...steps);
}

/**
 * `figure(value)`: from `value(name, share)`, the quantile of what was measured under that name in one round. It is to
 * be at most `most`, or at least `least`. `needs`: names whose notes say why there is none.
 * `count`: the files of the folder that is meant.
 */
export const goalsOf = (count = '10,000') => {
  const folder = (name) => `folder ${count}: ${name}`;
  return [
    {
      what: 'full check of 1 MB, against markdownlint',
      least: 20,
      unit: ' times faster',
      needs: [warm('1 MB', WHOLE), warm('1 MB', 'markdownlint')],
      figure: (value) => value(warm('1 MB', 'markdownlint')) / value(warm('1 MB', WHOLE)),
    },
    {
      what: '`resolute check` of 1 MB, whole process, against `rumdl check`',
      most: 2,
      needs: [process('1 MB', '`resolute check`'), process('1 MB', '`rumdl check`')],
      figure: (value) => value(process('1 MB', '`resolute check`')) / value(process('1 MB', '`rumdl check`')),
    },
    {
      what: 'keystroke to diagnostics at 14 kB, p50, against rumdl’s server',
      most: 0.5,
      needs: [key('14 kB', PUSHED), key('14 kB', PULLED), key('14 kB', RUMDL)],
      figure: (value) => ours(value, '14 kB', 0.5) / value(key('14 kB', RUMDL)),
    },
    {
      what: 'full check of 1 MB, against decoding it and splitting it into lines',
      most: 30,
      needs: [warm('1 MB', WHOLE), warm('1 MB', 'decoding and splitting it')],
      figure: (value) => value(warm('1 MB', WHOLE)) / value(warm('1 MB', 'decoding and splitting it')),
    },
    {
      what: 'keystroke to diagnostics at 1 MB, p50, against an empty server',
      most: 3,
      needs: [key('1 MB', PUSHED), key('1 MB', PULLED), key('1 MB', FLOOR)],
      figure: (value) => ours(value, '1 MB', 0.5) / value(key('1 MB', FLOOR)),
    },
    {
      what: 'the same, p99, above the empty server’s p99',
      most: 10,
      unit: ' ms',
      needs: [key('1 MB', PUSHED), key('1 MB', PULLED), key('1 MB', FLOOR)],
      figure: (value) => ours(value, '1 MB', 0.99) - value(key('1 MB', FLOOR), 0.99),
    },
    { what: '10 times the text, full check', most: 11, needs: [warm('10 MB', WHOLE)], figure: growth },
    {
      what: `index of ${count} files, first time, against reading and decoding them`,
      most: 8,
      needs: [folder('Resolute’s index')],
      figure: (value) => value(folder('Resolute’s index')) / value(folder('reading and decoding every file')),
    },
    {
      what: 'the same, resident at most',
      most: 250,
      unit: ' MB',
      needs: [folder('Resolute’s index'), folder('Resolute’s index memory')],
      figure: (value) => value(folder('Resolute’s index memory')),
    },
    {
      what: 'the same with a warm cache, against a stat of every file',
      most: 8,
      needs: [folder('Resolute’s index'), folder('Resolute’s index again')],
      figure: (value) => value(folder('Resolute’s index again')) / value(folder('a stat of every file')),
    },
    {
      what: '`resolute check` of that folder, against one file of that size',
      most: 0.8,
      needs: [folder('`resolute check` of the folder'), folder('`resolute check` of one file of that size')],
      figure: (value) =>
        value(folder('`resolute check` of the folder')) / value(folder('`resolute check` of one file of that size')),
    },
    {
      what: '`resolute check` of 14 kB, whole process, against `node -e 0`',
      most: 2.5,
      needs: [process('14 kB', '`resolute check`')],
      figure: (value) => value(process('14 kB', '`resolute check`')) / value(process('14 kB', '`node -e 0`')),
    },
    ...[PUSHED, PULLED].map((name) => ({
      what: `memory of the server with 1 MB open over an idle one (${name.split(', ')[1]}), against the text`,
      most: 40,
      needs: [key('1 MB', name)],
      figure: (value) => (value(`memory 1 MB: ${name}`) - value(`idle: ${name}`)) / (sizes['1 MB'] / 1e6),
    })),
  ];
};

const written = (value, unit = '') => (unit === '' ? `×${rounded(value)}` : `${rounded(value)}${unit}`);

/** The rows of the table of goals: what, goal, measured, reached. */
export const goalRows = (samples, all = goalsOf()) =>
  all.map(({ what, most, least, unit, needs, figure }) => {
    const goal = most === undefined ? `at least ${written(least, unit)}` : `at most ${written(most, unit)}`;
    const measured = samples.withinRounds(figure);
    if (measured === undefined) {
      const why = needs.map(samples.noteOf).find((note) => note !== undefined) ?? 'not in this run';
      return [what, goal, why, '–'];
    }
    const reached = most === undefined ? measured >= least : measured <= most;
    return [what, goal, written(measured, unit), reached ? 'yes' : 'no'];
  });
