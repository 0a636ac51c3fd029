// Scores the build on real texts with known facts and rewrites docs/accuracy.md. The texts are not part of the
// project: RESOLUTE_CORPUS names the folder that holds them and the scorer (default ../shared).
import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const corpus = path.resolve(root, process.env.RESOLUTE_CORPUS ?? '../shared');
const scorer = path.join(corpus, 'evaluate/evaluate.mjs');
if (!existsSync(scorer)) {
  console.error('accuracy: no corpus here; set RESOLUTE_CORPUS to the folder that holds it');
  process.exit(2);
}

const score = async (language) => {
  const options = { cwd: root, maxBuffer: 1 << 28 };
  const { stdout } = await promisify(execFile)(process.execPath, [scorer, '--language', language, '--json'], options);
  return JSON.parse(stdout);
};

const tableOf = ({ rows }) => [
  '| text | house style | structure (read/known) | citations found | extra | missed | errors | warnings |',
  '| --- | --- | --- | --- | --- | --- | --- | --- |',
  ...rows.map(
    (row) =>
      `| ${row.id} | ${row.style} | ${row.structure}${row.exact ? '' : ' ✗'} | ${row.tp} | ${row.fp} | ${row.fn} | ${row.errors} | ${row.warnings} |`,
  ),
];

const percent = (share) => `${(share * 100).toFixed(1)} %`;

const summaryOf = ({ summary }) => {
  const { structure, citations, alarmsOnAdoptedTexts: alarms } = summary;
  const rules = Object.entries(alarms.byRule).map(([rule, count]) => `\`${rule}\` ${count}`);
  return [
    `- Structure exact on ${structure.exact} of ${structure.documents} texts (${percent(structure.share)}).`,
    `- Citations by id: precision ${citations.idsOnly.precision}, recall ${citations.idsOnly.recall}, F1 ${citations.idsOnly.f1}; with their place: ${citations.positions.precision}, ${citations.positions.recall}, ${citations.positions.f1}.`,
    `- On ${alarms.documents} adopted texts read closely: ${alarms.errorsPerDocument} errors and ${alarms.warningsPerDocument} warnings a text${rules.length > 0 ? ` (findings: ${rules.join(', ')})` : ''}.`,
  ];
};

const languages = { en: 'English', fr: 'French', es: 'Spanish' };
const parts = [];
for (const [language, name] of Object.entries(languages)) {
  const scored = await score(language);
  parts.push(`## ${name}`, '', ...summaryOf(scored), '', ...tableOf(scored), '');
}
const page = [
  '# Accuracy',
  '',
  'How well Resolute reads real decisions and resolutions whose facts are known: paragraphs counted and citations listed by close reading. The texts are not part of the project; `npm run accuracy` writes this page where they are.',
  '',
  'Structure counts preambular paragraphs, operative paragraphs and sub-paragraphs. Errors and warnings are what `resolute check` says; on an adopted text nearly all would be false alarms.',
  '',
  ...parts,
].join('\n');
writeFileSync(path.join(root, 'docs/accuracy.md'), `${page.trimEnd()}\n`);
console.log('docs/accuracy.md written');
