import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';

const require = createRequire(import.meta.url);
const own = path.join(import.meta.dirname, '../../syntaxes/decision.tmLanguage.json');

/** The grammars that ours builds on; inside VS Code its own extensions bring them. */
const others: Record<string, string> = {
  'text.html.markdown': 'markdown',
  'text.html.derivative': 'html-derivative',
  'text.html.basic': 'html',
  'source.yaml': 'yaml',
};

const fileOf = (scope: string): string | undefined => {
  if (scope === 'text.html.markdown.decision') return own;
  return others[scope] && require.resolve(`tm-grammars/grammars/${others[scope]}.json`);
};

/** The grammar of decisions on top of the Markdown one, as VS Code would load it. */
export async function loadGrammar(): Promise<textmate.IGrammar> {
  await oniguruma.loadWASM(new Uint8Array(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const file = fileOf(scope);
      return file ? textmate.parseRawGrammar(readFileSync(file, 'utf8'), file) : null;
    },
  });
  const grammar = await registry.loadGrammar('text.html.markdown.decision');
  if (!grammar) throw new Error('The grammar could not be loaded.');
  return grammar;
}

export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** The tokens of a whole text, line by line. */
export function tokensOf(grammar: textmate.IGrammar, text: string): Token[][] {
  let state = textmate.INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes }));
  });
}
