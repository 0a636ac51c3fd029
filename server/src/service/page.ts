import { nameOf, type Registry } from '../registry/registry';
import { askedById, describe } from './describe';
import { escapeMarkdown } from './markdown';

/** A page of Markdown on the instrument `id`, made from the registry alone; undefined for an id that no body writes. */
export function pageOf(registry: Registry, id: string): string | undefined {
  const asked = askedById(registry, id);
  if (!asked) return undefined;
  const known = registry.instrument(asked.instrument);
  const more: [string, readonly string[] | undefined][] = [
    ['Earlier titles', known?.titleHistory],
    ['Titles in other languages', Object.values(known?.titles ?? {})],
    ['Also written', known?.aliases],
    ['Symbol', known?.symbol ? [known.symbol] : undefined],
  ];
  const rows = more.flatMap(([label, values]) =>
    values && values.length > 0 ? [`${label}: ${values.map(escapeMarkdown).join(' · ')}`] : [],
  );
  const name = nameOf(registry, asked.instrument);
  const title = `# ${escapeMarkdown(name.charAt(0).toUpperCase() + name.slice(1))}`;
  const foot = 'This page is made from the registry of Resolute and cannot be edited.';
  return `${[title, ...describe(asked, registry, true), ...rows, '---', foot].join('\n\n')}\n`;
}
