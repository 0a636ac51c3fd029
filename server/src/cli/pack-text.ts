import type { Pack } from '../registry/pack';

/** A pack as text, each meeting, instrument, form and source on a line, so that a change shows as one line. */
export function packText({ origin: _, ...pack }: Pack): string {
  const { version, body, ...lists } = pack;
  const parts = Object.entries({ version, body, ...lists }).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${valueText(key, value)}`,
  );
  return `{\n${parts.join(',\n')}\n}\n`;
}

function valueText(key: string, value: unknown): string {
  if (Array.isArray(value))
    return value.length === 0 ? '[]' : `[\n${value.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`;
  if (key !== 'sources') return JSON.stringify(value);
  const lines = Object.entries(value as object).map(
    ([name, source]) => `    ${JSON.stringify(name)}: ${JSON.stringify(source)}`,
  );
  return `{\n${lines.join(',\n')}\n  }`;
}
