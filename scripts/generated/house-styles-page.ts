import data from '../../data/house-styles.json';
import { stylePoints } from '../../server/src/rules/house-style';
import { table, withTable } from './tables';

/** docs/house-styles.md with its tables of the styles, the points and their values. */
export function houseStylesPage(text: string): string {
  const tables: [heading: string, table: string[]][] = [
    ['## The styles', stylesTable()],
    ['## The points', pointsTable()],
    ['## Point by point', valuesTable()],
  ];
  return tables.reduce((page, [heading, lines]) => withTable(page, heading, lines), text);
}

const styles = Object.entries(data.styles);

const stylesTable = () =>
  table(
    ['id', 'whose texts'],
    styles.map(([id, { name }]) => [`\`${id}\``, name]),
  );

const pointsTable = () =>
  table(
    ['point', 'what it settles', 'values'],
    Object.entries(stylePoints).map(([point, { about, values }]) => [
      `\`${point}\``,
      about,
      values ? values.map((value) => `\`${value}\``).join(', ') : 'a list of texts',
    ]),
  );

function valuesTable(): string[] {
  const held = styles.filter(([id]) => id !== 'generic');
  const rows = Object.keys(stylePoints).map((point) => [
    `\`${point}\``,
    ...held.map(([, style]) => shown((style as Record<string, unknown>)[point])),
  ]);
  return table(['point', ...held.map(([id]) => `\`${id}\``)], rows);
}

const shown = (value: unknown): string => {
  const texts = Array.isArray(value) ? value : [value];
  return texts.length === 0 || value === 'any' ? '–' : texts.join(', ');
};
