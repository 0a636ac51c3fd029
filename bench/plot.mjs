// The plot of docs/performance.md, drawn by Vega-Lite.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ownNames, peerNames } from './checkers.mjs';
import { sizes } from './inputs.mjs';
import { folder } from './peers.mjs';
import { FLOOR, PUSHED, RUMDL } from './servers.mjs';

/** Light colours and what takes their place on a dark page. Lines: told apart by hue and, without colour, by marks. */
const dark = {
  '#ffffff': '#0d1117',
  '#1f2328': '#e6edf3',
  '#d1d9e0': '#30363d',
  '#0969da': '#58a6ff',
  '#6e7781': '#8b949e',
  '#bc4c00': '#f0883e',
  '#8250df': '#bc8cff',
  '#1a7f37': '#56d364',
  '#cf222e': '#ff7b72',
  '#9a6700': '#d4a72c',
};
const colours = {
  Resolute: '#0969da',
  'Resolute, again': '#1a7f37',
  'the floor': '#6e7781',
  rumdl: '#bc4c00',
  markdownlint: '#8250df',
  'remark-lint': '#9a6700',
  'Markdown language service': '#cf222e',
  'harper.js': '#1f2328',
};
const shapes = ['circle', 'circle', 'cross', 'square', 'triangle-up', 'diamond', 'triangle-down', 'stroke'];

const KEYS = { [FLOOR]: 'the floor', [PUSHED]: 'Resolute', [RUMDL]: 'rumdl' };
const CHECKS = { [ownNames[0]]: 'Resolute', 'decoding and splitting it': 'the floor' };

/** The points of the plot: what was measured of each size, in milliseconds. */
export function points(samples) {
  const names = (shown) => ({ ...shown, ...Object.fromEntries(peerNames.map((name) => [name, name])) });
  const of = (panel, prefix, shown) =>
    Object.entries(shown).flatMap(([name, series]) =>
      Object.keys(sizes).map((size) => ({
        panel,
        series,
        bytes: sizes[size],
        ms: samples.at(`${prefix} ${size}: ${name}`),
      })),
    );
  const checks = { ...CHECKS, [ownNames[1]]: ownNames[1] };
  return [
    ...of('keystroke to diagnostics', 'key', names(KEYS)).filter(({ bytes }) => bytes <= 1e6),
    ...of('warm check', 'warm', names(checks)),
  ].filter(({ ms }) => ms !== undefined);
}

const powers = Array.from({ length: 12 }, (_, i) => 10 ** (i - 5));

/** From the power of ten below the smallest to that above the largest, for both panels. */
function domainOf(values) {
  const all = values.map(({ ms }) => Math.log10(ms));
  return [10 ** Math.floor(Math.min(...all)), 10 ** Math.ceil(Math.max(...all))];
}

const panel = (title, values, domain) => ({
  title: { text: title, anchor: 'start', fontSize: 14, color: '#1f2328' },
  width: 330,
  height: 330,
  data: { values: values.filter((value) => value.panel === title) },
  mark: { type: 'line', point: { size: 60, filled: true }, strokeWidth: 2 },
  encoding: {
    x: {
      field: 'bytes',
      type: 'quantitative',
      title: 'size of the draft',
      scale: { type: 'log', nice: false, padding: 12 },
      axis: {
        values: Object.values(sizes),
        labelExpr: "datum.value < 1e6 ? datum.value / 1e3 + ' kB' : datum.value / 1e6 + ' MB'",
      },
    },
    y: {
      field: 'ms',
      type: 'quantitative',
      title: 'milliseconds, p50',
      scale: { type: 'log', domain },
      axis: { values: powers.filter((power) => power >= domain[0] && power <= domain[1]), format: ',~g' },
    },
    color: series(Object.values(colours)),
    shape: series(shapes),
  },
});

const series = (range) => ({
  field: 'series',
  type: 'nominal',
  title: null,
  scale: { domain: Object.keys(colours), range },
  legend: { symbolSize: 90, labelFontSize: 13, labelLimit: 0, symbolStrokeWidth: 2 },
});

/** The plot as SVG; its colours follow the reader's choice of light or dark. */
export async function plot(samples) {
  const { vega, vegaLite } = await libraries();
  const values = points(samples);
  const text = { labelColor: '#1f2328', titleColor: '#1f2328' };
  const lines = { gridColor: '#d1d9e0', domainColor: '#6e7781', tickColor: '#6e7781' };
  const { spec } = vegaLite.compile({
    background: '#ffffff',
    padding: 14,
    hconcat: ['keystroke to diagnostics', 'warm check'].map((title) => panel(title, values, domainOf(values))),
    config: {
      font: 'system-ui, sans-serif',
      axis: { ...text, ...lines, labelFontSize: 12, titleFontSize: 12, titleFontWeight: 'normal' },
      legend: text,
      view: { stroke: '#d1d9e0' },
    },
  });
  const svg = await new vega.View(vega.parse(spec), { renderer: 'none' }).toSVG();
  const rules = Object.entries(dark).map(
    ([from, to]) => `[fill="${from}"]{fill:${to}}[stroke="${from}"]{stroke:${to}}`,
  );
  const style = `<style>@media (prefers-color-scheme: dark){${rules.join('')}}</style>`;
  return `${svg.replace(/<svg[^>]*>/, (tag) => `${tag}${style}`)}\n`;
}

async function libraries() {
  const from = createRequire(path.join(folder, 'package.json'));
  const [vega, vegaLite] = ['vega', 'vega-lite'].map((name) => import(pathToFileURL(from.resolve(name)).href));
  return { vega: await vega, vegaLite: await vegaLite };
}
