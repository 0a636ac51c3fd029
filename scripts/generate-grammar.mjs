// Writes syntaxes/decision.tmLanguage.json. `--check` writes nothing and fails when the file is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as inline from './grammar/inline.mjs';
import * as paragraphs from './grammar/paragraphs.mjs';
import { include, scopes } from './grammar/parts.mjs';

const file = fileURLToPath(new URL('../syntaxes/decision.tmLanguage.json', import.meta.url));

const frontMatter = {
  begin: '\\A(---)[ \\t]*$',
  beginCaptures: scopes('punctuation.definition.begin.frontmatter'),
  end: '^(---|\\.\\.\\.)[ \\t]*$',
  endCaptures: scopes('punctuation.definition.end.frontmatter'),
  contentName: 'meta.embedded.block.frontmatter',
  patterns: include('source.yaml'),
};

const everywhere = [
  'text.html.markdown.decision',
  ...['comment', 'markup.raw', 'markup.inline.raw', 'meta.embedded'],
  ...['markup.underline.link', 'meta.link.inline', 'meta.image'],
].join(' - ');

const grammar = {
  $comment: 'Made by scripts/generate-grammar.mjs out of data/; edit that instead.',
  name: 'Decision text',
  scopeName: 'text.html.markdown.decision',
  patterns: include(
    '#front-matter',
    '#formula',
    '#numbered',
    '#item',
    '#unnumbered',
    '#indented',
    'text.html.markdown',
  ),
  injections: {
    [`L:${everywhere}`]: { patterns: include('#directive', '#marks', '#citation', '#symbol') },
    [`L:${everywhere} - meta.footnote`]: { patterns: include('#note', '#bracket') },
  },
  repository: { 'front-matter': frontMatter, ...paragraphs, ...inline },
};

const made = `${JSON.stringify(grammar, null, 2)}\n`;
if (!process.argv.includes('--check')) writeFileSync(file, made);
else if (readFileSync(file, 'utf8') !== made) {
  console.error(`${file} is out of date: run "npm run grammar".`);
  process.exit(1);
}
