import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const options = { maxBuffer: 1 << 28 };

export const languages = { en: 'English', fr: 'French', es: 'Spanish' };

/**
 * What the scorer says of each language, and the figures that are kept: by text, how well it is read, and in adopted
 * texts read closely, what is found, by rule and severity.
 */
export async function measure(root, corpus) {
  const { documents } = JSON.parse(readFileSync(path.join(corpus, 'corpus/INDEX.json'), 'utf8'));
  const isAdopted = ({ expected, kind }) => kind === 'adopted' && /^read closely/.test(expected.review ?? '');
  const scored = {};
  const texts = {};
  for (const language of Object.keys(languages)) {
    scored[language] = await score(root, corpus, language);
    for (const { exact, fn, fp, id, tp } of scored[language].rows) {
      const document = documents.find((one) => one.id === id);
      const findings = isAdopted(document) ? await findingsIn(root, path.join(corpus, 'corpus', document.file)) : null;
      texts[id] = { language, exact, found: tp, extra: fp, missed: fn, findings };
    }
  }
  return { scored, figures: { texts } };
}

async function score(root, corpus, language) {
  const scorer = path.join(corpus, 'evaluate/evaluate.mjs');
  const args = [scorer, '--corpus', path.join(corpus, 'corpus'), '--language', language, '--json'];
  const { stdout } = await run(process.execPath, args, { cwd: root, ...options });
  return JSON.parse(stdout);
}

/** How many findings there are of each rule and severity. */
async function findingsIn(root, file) {
  const args = [path.join(root, 'dist/cli.js'), 'check', '--format', 'json', file];
  const { stdout } = await run(process.execPath, args, { cwd: root, ...options }).catch((error) => error);
  const counts = {};
  for (const { rule, severity } of JSON.parse(stdout).files[0]?.diagnostics ?? []) {
    counts[`${rule} ${severity}`] = (counts[`${rule} ${severity}`] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
