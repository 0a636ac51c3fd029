// Writes what follows from the rules and the house styles: settings, their schema, tables of the documentation. `npm run settings`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { configSchema } from './generated/config-schema';
import { houseStylesPage } from './generated/house-styles-page';
import { manifestWithSettings } from './generated/manifest';
import { readmeWithRules } from './generated/readme';

const root = path.join(__dirname, '..');

const read = (file: string): string =>
  existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), 'utf8') : '';

/** What each generated file should hold, by its path from the root of the project. */
export function generatedFiles(): Record<string, string> {
  const manifest = manifestWithSettings(read('package.json'));
  return {
    'package.json': manifest,
    'schemas/resolute.schema.json': configSchema(manifest),
    'README.md': readmeWithRules(read('README.md')),
    'docs/house-styles.md': houseStylesPage(read('docs/house-styles.md')),
  };
}

if (require.main === module) {
  for (const [file, text] of Object.entries(generatedFiles())) {
    if (read(file) !== text) writeFileSync(path.join(root, file), text);
  }
}
