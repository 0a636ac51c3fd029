/** A text of a kind, `times` long. */
export interface Shape {
  readonly name: string;
  readonly text: (times: number) => string;
}

const HEAD = '---\nbody: cms\nmeeting: COP16\n---\n\n# Draft Resolution on lamps\n\n';
const FORMULA =
  '*The Conference of the Parties to the Convention on the Conservation of Migratory Species of Wild Animals*\n\n';

const numbered = (times: number, line: (number: number) => string): string =>
  Array.from({ length: times }, (_, index) => line(index + 1)).join('');

/** Ten paragraphs as drafters write them, with some faults, the numbers going on from `from`. */
const ordinary = (
  from: number,
): string => `${from}. *Urges* Parties to dim the lamps of their harbours, in the light of Resolution 11.10 (Rev.COP13);

${from + 1}. *Requests* the Secretariat, as funds allow:

   (a) to count the lamps [and the moths] by 2010-2015;

   (b) to report in line with paragraph ${from} above, Resolutions 7.9 and 12.4, and General Assembly resolution 70/1;

${from + 2}. Invites donors to pay for new lamps.[^${from}]

[^${from}]: See UNEP/CMS/COP14/Doc.21 and decision 13.25 bis.

${from + 4}. *Further stresses* that the Ferry Oversight Group (FOG${from}) met, and that FOG${from} will *also* meet;

${from + 3}. Decides that articles 3 and 5 of the Convention (the “Convention”) apply, and *requests* that it be so;

`;

const draft = (times: number): string =>
  `${HEAD}${numbered(times, (number) => `*Recalling* Resolution 7.9 on lamp ${number} and decision 12.${number},\n\n`)}${FORMULA}${numbered(times, (number) => ordinary(5 * number))}`;

/** What a draft repeats in one of its places, and how often for one of `times`. */
const inside = (name: string, before: string, unit: (number: number) => string, behind = '', every = 1): Shape => ({
  name,
  text: (times) => `${before}${numbered(Math.ceil(times * every), unit)}${behind}`,
});

const PREAMBLE = `${HEAD}*Recalling* what was said,\n\n`;
const OPERATIVE = `${PREAMBLE}${FORMULA}`;

/** Drafts that have very much of one thing. */
const MANY: readonly Shape[] = [
  { name: 'ordinary drafts', text: (times) => draft(Math.ceil(times / 3)) },
  inside('paragraphs numbered alike', OPERATIVE, () => '1. *Requests* lamps;\n\n'),
  inside('numbers that go down', OPERATIVE, (n) => `${9999 - n}. *Requests* lamps;\n\n`),
  inside('numbers that jump', OPERATIVE, (n) => `${2 * n}. *Requests* lamps, see paragraph ${2 * n} above;\n\n`),
  inside('paragraphs without a number', OPERATIVE, () => '*Requests* lamps;\n\n'),
  inside('letters', `${OPERATIVE}1. *Requests* lamps:\n\n`, () => '   (a) of glass;\n\n'),
  inside('letters and roman numbers', `${OPERATIVE}1. *Requests* lamps:\n\n`, (n) => `(a) of glass:\n(i) blue ${n};\n`),
  inside('items in paragraphs', OPERATIVE, (n) => `${n}. *Requests* lamps:\n\n(b) red;\n\n(d) blue;\n\n`),
  inside('footnotes', `${OPERATIVE}`, (n) => `${n}. *Requests* a lamp[^${n}];\n\n[^${n}]: See decision 13.${n}.\n\n`),
  inside('footnotes on one line', `${OPERATIVE}1. *Requests* lamps`, (n) => `[^${n}] and`, ';\n'),
  inside('footnotes without a mark', OPERATIVE, (n) => `[^${n}]: A note.\n`),
  inside('converted notes', `${OPERATIVE}1. *Requests* lamps`, (n) => ` [${n}: Note.] and`, ';\n'),
  inside('citations in a list', `${OPERATIVE}1. *Recalls* resolutions`, (n) => ` 7.${n},`, ' and 8.1;\n'),
  inside(
    'citations in a sentence',
    `${OPERATIVE}1. *Recalls*`,
    (n) => ` General Assembly resolution 70/${n}, “Lamps”,`,
    '\n',
  ),
  inside(
    'citations of what is repealed',
    OPERATIVE,
    (n) => `${n}. *Recalls* Resolution 7.9, Resolution 12.4 and Decision 13.25;\n\n`,
  ),
  inside(
    'repeals',
    OPERATIVE,
    (n) => `${n}. *Repeals* Resolution 7.${n} and decides that Resolution 8.${n} replaces Resolution 6.${n};\n\n`,
  ),
  inside(
    'references to paragraphs',
    OPERATIVE,
    (n) => `${n}. *Requests* what paragraph ${n + 1} below, paragraphs 1 to ${n} and (a) above say;\n\n`,
  ),
  inside(
    'references on one line',
    `${OPERATIVE}1. *Requests*`,
    (n) => ` what paragraphs ${n} (a) and ${n + 1} above say,`,
    '\n',
  ),
  inside('references to annexes', OPERATIVE, (n) => `${n}. *Adopts* annex ${n} to the present resolution;\n\n`),
  inside('annexes', `${OPERATIVE}1. *Adopts* annex I;\n\n`, (n) => `Annex ${n}\n\nLamps\n\n1. A lamp.\n\n`),
  inside('annex headings', `${OPERATIVE}1. *Adopts* annex I;\n\n`, () => 'Annex\n'),
  inside('options', `${OPERATIVE}`, (n) => `Option ${1 + (n % 9)}\n\n1. *Requests* lamps;\n\n`),
  inside('alternatives', `${OPERATIVE}`, (n) => `[${n}. *Requests* lamps;]\n\n[${n} alt. *Requests* no lamps;]\n\n`),
  inside('bracketed words', `${OPERATIVE}1. *Requests*`, (n) => ` [lamps][lanterns ${n}]`, ';\n'),
  inside('abbreviations', OPERATIVE, (n) => `${n}. *Requests* the Ferry Group (FG${n}) and XY${n} to meet;\n\n`),
  inside(
    'abbreviations on one line',
    `${OPERATIVE}1. *Requests*`,
    (n) => ` the Ferry Group (FG${n}) and FG${n}, XY${n},`,
    ';\n',
  ),
  inside('openings', PREAMBLE, () => '*Recalling also* lamps,\n\n'),
  inside('openings on one line', `${OPERATIVE}1. `, () => '*Requests* and further *urges* Parties, ', ';\n'),
  inside('verbs never heard', OPERATIVE, (n) => `${n}. *Lamps* the lamps and *glowers*;\n\n`),
  inside('formulas', HEAD, () => '*The Conference of the Parties*,\n\n'),
  inside('titles', '', (n) => `# Decision MC-1/${n}: Lamps\n\n`),
  inside(
    'texts in a row',
    '',
    (n) => `# Decision MC-1/${n}: Lamps\n\n*The Conference of the Parties*\n\n1. *Requests* lamps.\n\n`,
  ),
  inside('documents', `${OPERATIVE}1. *Takes note* of`, (n) => ` UNEP/CMS/COP14/Doc.${n}, A/RES/70/${n} and`, '\n'),
  inside(
    'articles',
    `${OPERATIVE}1. *Recalls*`,
    (n) => ` article ${n}, paragraph 2, of the Convention, articles 3, 5 and 99,`,
    '\n',
  ),
  inside('years', `${OPERATIVE}1. *Recalls*`, () => ' 2010-2015, 2010-15,', '\n'),
  inside('symbols written oddly', `${OPERATIVE}1. *Recalls*`, (n) => ` UNEP / CMS/COP14 Doc. ${n}, res. 7 .9`, '\n'),
  inside('quotes never closed', `${OPERATIVE}1. *Recalls*`, () => ' “lamps and "lanterns', '\n'),
  inside(
    'terms',
    `${OPERATIVE}1. *Recalls*`,
    () => ' the parties, the Member states, organisation, organization,',
    '\n',
  ),
  inside(
    'spellings',
    OPERATIVE,
    (n) => `${n}. *Recognises* programs and *emphasizes* colours and organizations, co-operation;\n\n`,
  ),
  inside(
    'directives',
    OPERATIVE,
    (n) => `<!-- resolute-disable-next-line verb-italics, no-rule -->\n${n}. Requests lamps;\n\n`,
  ),
  inside(
    'directives never ended',
    OPERATIVE,
    (n) => `<!-- resolute-disable unknown-instrument -->\n\n${n}. *Recalls* Resolution 99.${n};\n\n`,
  ),
  inside(
    'directives that name much',
    `${OPERATIVE}<!-- resolute-disable`,
    (n) => ` verb-italics, none-${100 + n},`,
    ' -->\n\n1. Requests lamps;\n',
  ),
  inside('a head of many lines', '---\n', (n) => `x${n}: y\n`, '---\n\n1. *Requests* lamps;\n'),
  inside('a head of one long value', '---\nmeeting: ', () => 'COP', '\n---\n\n1. *Requests* lamps;\n'),
  inside('a head never closed', '---\n', (n) => `x${n}: [y\n`),
  inside('a head of lists in lists', '---\nbody: ', () => '[', '\n---\n'),
  inside('tables', OPERATIVE, () => '| a | b |\n|---|---|\n| 1. | (a) |\n'),
  inside('pages', OPERATIVE, (n) => `1. *Requests* lamps\n\nUNEP/CMS/Resolution 12.${n}\n\n${n}\n\nand lanterns;\n\n`),
  inside('lines of a wrapped text', `${OPERATIVE}1. *Requests* lamps`, () => ' and\nlanterns', ';\n'),
  inside('blanks and tabs', `${OPERATIVE}1. *Requests*`, () => ' \t \u00a0 lamps', ';\n'),
  inside('placeholders', `${OPERATIVE}1. *Requests*`, () => ' [XX], [to be completed] and TBD', ';\n'),
  inside('headings', OPERATIVE, (n) => `## Part ${n}\n\n`),
];

const UNITS: readonly string[] = [
  ...[
    '[',
    ']',
    '[]',
    '[[a',
    '](',
    '(',
    ')',
    '()',
    '((a',
    '*',
    '*a ',
    '**a',
    '_',
    '_a ',
    '***a** ',
    '<',
    '<p ',
    '<p>',
    '<em>',
  ],
  ...['<!--', '<!-- ', '<!-- -->a ', '\n<!--\n-->a', '[1: ', '[1: a] ', '[^', '[^1]', '[bookmark:', '[bookmark: a]'],
  ...[
    '[footnoteRef:',
    '[a](b',
    '![a](',
    '\\[',
    '\\',
    '0',
    '9 ',
    '1/',
    '1.',
    '12.7 ',
    '1-',
    '2010-',
    'IVXLCDM',
    'M',
    'i',
    'X/1 ',
  ],
  ...[
    '1.\n',
    '1\n\n',
    '(a)\n',
    '(i)\n(a)\n',
    'a)\n',
    'resolution ',
    'resolutions 1/5 and ',
    'paragraph ',
    'paragraphs 1 to ',
    'annex ',
  ],
  ...[
    'article ',
    'A/B/',
    'A/',
    'A.',
    'UNEP/',
    'UNEP/CMS/Resolution ',
    'CMS ',
    'the ',
    'of the ',
    'Recalling ',
    'Recalling\n',
  ],
  ...[
    'Also further ',
    'and requests the ',
    'and *requests* the ',
    'Decision MC-1/1: x\n',
    'The Conference of the Parties ',
    'Annex\n',
  ],
  ...[
    '8th plenary meeting\n',
    '________\n',
    '---\n',
    '```\n',
    '~~~\n',
    '> ',
    '# ',
    '#',
    '|',
    '- ',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '\t',
    '\u00a0',
  ],
  ...[
    'a\n\n',
    'a ',
    'a',
    'A',
    'Aa ',
    '(A',
    'AB ',
    '(AB) ',
    '\u{1d11e}',
    '\ud800',
    '\udc00',
    '“',
    '”',
    '"',
    "'",
    '’',
    '«',
    ',',
    ', ',
    ';',
    '.',
    '. ',
    ':',
    '–',
    '-',
  ],
  ...[
    '{',
    '}',
    '&',
    '&amp;',
    'é',
    'to the ',
    ' serving as ',
    'draft ',
    'Option 1\n',
    'Alternative ',
    'alt ',
    'bis ',
    'https://a',
    '. . ',
    'e.g. ',
  ],
];

/** Signs that take in what stands behind them: each has a text of its own. */
const SWALLOWS = new Set([
  '<!--',
  '<!-- ',
  '\n<!--\n-->a',
  '```\n',
  '~~~\n',
  '---\n',
  '________\n',
  'Annex\n',
  '|',
  '# ',
  '\r',
]);
const TOGETHER = 12;

/** One thing over and over in a paragraph, a few of them in a draft. */
function repeated(units: readonly string[]): Shape {
  const paragraph = (unit: string, times: number, index: number) =>
    `${index + 1}. *Requests* lamps ${unit.repeat(times)} of glass;\n\n`;
  return {
    name: `repeated ${JSON.stringify(units).slice(1, -1)}`,
    text: (times) => `${OPERATIVE}${units.map((unit, index) => paragraph(unit, times * 2, index)).join('')}`,
  };
}

const plain = UNITS.filter((unit) => !SWALLOWS.has(unit));
const inTens = Array.from({ length: Math.ceil(plain.length / TOGETHER) }, (_, index) =>
  plain.slice(index * TOGETHER, (index + 1) * TOGETHER),
);

/** The same without a draft around it. */
const alone = inTens.map((units): Shape => {
  const text = (times: number) => units.map((unit) => unit.repeat(times * 2)).join('\n\n');
  return { name: `alone ${JSON.stringify(units).slice(1, -1)}`, text };
});

export const shapes: readonly Shape[] = [
  ...MANY,
  ...[...inTens, ...[...SWALLOWS].map((unit) => [unit])].map(repeated),
  ...alone,
];
