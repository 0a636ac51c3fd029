import {
  type CodeAction,
  type CodeActionKind,
  commands,
  type Diagnostic,
  extensions,
  type Hover,
  languages,
  MarkdownString,
  type Position,
  type Range,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Api } from '../../client/src/client';

/** Waits until `probe` finds something. The bound only ends a test that can no longer pass. */
export async function until<T>(what: string, probe: () => T | undefined | false | Promise<T | undefined | false>) {
  const end = Date.now() + 20_000;
  for (;;) {
    const found = await probe();
    if (found) return found;
    if (Date.now() > end) throw new Error(`There is still no ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

const folder = (): Uri => {
  const [first] = workspace.workspaceFolders ?? [];
  if (!first) throw new Error('The editor has no folder open.');
  return first.uri;
};

export const inFolder = (name: string): Uri => Uri.joinPath(folder(), name);

export const open = async (name: string): Promise<TextEditor> =>
  window.showTextDocument(await workspace.openTextDocument(inFolder(name)));

export const extension = () => {
  const found = extensions.getExtension<Api>('resolute.resolute');
  if (!found) throw new Error('The extension is not there.');
  return found;
};

export const codeOf = ({ code }: Diagnostic) => (typeof code === 'object' ? code.value : code);

/** The rules of the diagnostics of a document, in the order of their place. */
export const rulesIn = ({ uri }: TextDocument) =>
  [...languages.getDiagnostics(uri)]
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map((diagnostic) => codeOf(diagnostic));

export const diagnosticOf = ({ uri }: TextDocument, rule: string): Diagnostic | undefined =>
  languages.getDiagnostics(uri).find((diagnostic) => codeOf(diagnostic) === rule);

/** The place in the middle of the first `text` of the document. */
export const placeOf = (document: TextDocument, text: string): Position => {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`"${text}" is not in the document.`);
  return document.positionAt(offset + Math.floor(text.length / 2));
};

export async function hoverText({ uri }: TextDocument, at: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, at);
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((content) => (content instanceof MarkdownString ? content.value : String(content))).join('\n');
}

export const actions = ({ uri }: TextDocument, range: Range, kind: CodeActionKind): Thenable<CodeAction[]> =>
  commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind.value, 20);

/** What the keys would do. */
export const type = (text: string) => commands.executeCommand('type', { text });
export const undo = () => commands.executeCommand('undo');
