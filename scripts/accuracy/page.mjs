import { languages } from './measure.mjs';

const percent = (share) => `${(share * 100).toFixed(1)} %`;
const severities = ['error', 'warning', 'information', 'hint'];

const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)];

/** docs/accuracy.md. `notes`: by rule, why it finds what it finds in adopted texts. */
export function pageOf({ scored, figures }, notes) {
  const parts = Object.entries(languages).flatMap(([language, name]) => [
    `## ${name}`,
    '',
    ...summaryOf(scored[language]),
    '',
    ...stylesOf(scored[language]),
    '',
    ...textsOf(scored[language]),
    '',
  ]);
  const page = [
    '# Accuracy',
    '',
    'How well Resolute reads real decisions and resolutions whose facts are known: paragraphs counted and citations listed by close reading. The texts are not part of the project; `npm run accuracy` writes this page where they are, and `npm test` tells there what a change gained and lost.',
    '',
    'Structure counts preambular paragraphs, operative paragraphs and sub-paragraphs. Errors and warnings are what `resolute check` says.',
    '',
    '## Findings in adopted texts',
    '',
    ...findingsOf(figures, notes),
    '',
    ...parts,
  ].join('\n');
  return `${page.trimEnd()}\n`;
}

const adopted = ({ texts }) => Object.values(texts).filter(({ findings }) => findings !== null);

/** By rule: how often at each severity, and in how many texts. */
function countsOf(figures) {
  const rules = new Map();
  for (const { findings } of adopted(figures)) {
    const seen = new Set();
    for (const [key, count] of Object.entries(findings)) {
      const [rule, severity] = key.split(' ');
      const counts = rules.get(rule) ?? { texts: 0, error: 0, warning: 0, information: 0, hint: 0 };
      rules.set(rule, counts);
      counts[severity] += count;
      if (!seen.has(rule)) counts.texts++;
      seen.add(rule);
    }
  }
  return rules;
}

const total = (counts) => severities.reduce((sum, severity) => sum + counts[severity], 0);

/** Rules that find something in adopted texts, and nobody has said why. */
export const unexplained = (figures, notes) => [...countsOf(figures).keys()].filter((rule) => !notes[rule]).sort();

function findingsOf(figures, notes) {
  const rules = [...countsOf(figures)].sort(([, a], [, b]) => total(b) - total(a));
  const texts = adopted(figures).length;
  const rows = rules.map(([rule, counts]) => [
    `[\`${rule}\`](rules/${rule}.md)`,
    ...severities.map((severity) => counts[severity] || '–'),
    counts.texts,
    notes[rule] ?? '*Not looked at yet.*',
  ]);
  return [
    `What the rules find in the ${texts} adopted texts read closely, in all languages. An adopted text is not always a faultless one; each rule's findings were looked at, and the last column says what they are.`,
    '',
    ...table(['rule', 'errors', 'warnings', 'information', 'hints', 'texts', 'what they are'], rows),
  ];
}

function summaryOf({ summary }) {
  const { structure, citations, alarmsOnAdoptedTexts: alarms } = summary;
  const { idsOnly, positions } = citations;
  return [
    `- Structure exact on ${structure.exact} of ${structure.documents} texts (${percent(structure.share)}).`,
    `- Citations by id: precision ${idsOnly.precision}, recall ${idsOnly.recall}, F1 ${idsOnly.f1}; with their place: ${positions.precision}, ${positions.recall}, ${positions.f1}.`,
    `- On ${alarms.documents} adopted texts read closely: ${alarms.errorsPerDocument} errors and ${alarms.warningsPerDocument} warnings a text.`,
  ];
}

/** Sums by house style; structure only of texts whose paragraphs were counted. */
function stylesOf({ rows }) {
  const styles = [...new Set(rows.map(({ style }) => style))];
  const sums = styles.map((style) => {
    const own = rows.filter((one) => one.style === style);
    const counted = own.filter(({ structure }) => /\/\d/.test(structure));
    const sum = (name) => own.reduce((all, one) => all + one[name], 0);
    const exact = `${counted.filter(({ exact }) => exact).length} of ${counted.length}`;
    return [style, exact, ...['tp', 'fp', 'fn', 'errors', 'warnings'].map(sum)];
  });
  return table(['house style', 'structure exact', 'citations found', 'extra', 'missed', 'errors', 'warnings'], sums);
}

const textsOf = ({ rows }) =>
  table(
    ['text', 'house style', 'structure (read/known)', 'citations found', 'extra', 'missed', 'errors', 'warnings'],
    rows.map((one) => [
      one.id,
      one.style,
      `${one.structure}${one.exact ? '' : ' ✗'}`,
      one.tp,
      one.fp,
      one.fn,
      one.errors,
      one.warnings,
    ]),
  );
