// Scores the build on real texts with known facts and rewrites docs/accuracy.md and its figures, docs/accuracy.json.
// `--compare` writes nothing and prints what was gained and lost since. The texts are not part of the project:
// RESOLUTE_CORPUS names the folder that holds them and the scorer (default ../shared).
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { differences } from './accuracy/compare.mjs';
import { measure } from './accuracy/measure.mjs';
import { pageOf, unexplained } from './accuracy/page.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const corpus = path.resolve(root, process.env.RESOLUTE_CORPUS ?? '../shared');
const compares = process.argv.includes('--compare');
const read = (name) => JSON.parse(readFileSync(path.join(root, name), 'utf8'));

if (!existsSync(path.join(corpus, 'evaluate/evaluate.mjs'))) {
  console.error('accuracy: no corpus here; set RESOLUTE_CORPUS to the folder that holds it');
  process.exit(compares ? 0 : 2);
}

const found = await measure(root, corpus);
if (compares) {
  const lines = differences(read('docs/accuracy.json'), found.figures);
  console.log(lines.length > 0 ? lines.join('\n') : 'as accurate as docs/accuracy.md says, text by text');
} else {
  const notes = read('docs/accuracy-notes.json');
  writeFileSync(path.join(root, 'docs/accuracy.md'), pageOf(found, notes));
  writeFileSync(path.join(root, 'docs/accuracy.json'), `${JSON.stringify(found.figures, null, 2)}\n`);
  console.log('docs/accuracy.md and docs/accuracy.json written');
  for (const rule of unexplained(found.figures, notes)) {
    console.log(`unexplained: what ${rule} finds in adopted texts; say why in docs/accuracy-notes.json, or mend it`);
  }
}
