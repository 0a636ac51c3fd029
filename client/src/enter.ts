import {
  commands,
  type Disposable,
  IndentAction,
  languages,
  Range,
  type Selection,
  type TextEditor,
  window,
} from 'vscode';
import { enterRules, isEmptyLabel } from './numbering';

const language = 'decision';

/** True while every cursor stands behind a label with nothing after it; the key binding of Enter asks for it. */
const contextKey = 'resolute.onEmptyLabel';

/** Enter continues the numbering; on an empty label it takes the label away. */
export function numberOnEnter(): Disposable[] {
  const onEnterRules = enterRules().map(({ before, above, append }) => ({
    beforeText: before,
    afterText: /^\s*$/,
    ...(above && { previousLineText: above }),
    action: { indentAction: IndentAction.None, appendText: append },
  }));
  return [
    languages.setLanguageConfiguration(language, { onEnterRules }),
    commands.registerCommand('resolute.removeEmptyLabel', removeEmptyLabel),
    ...watchCursors(),
  ];
}

function watchCursors(): Disposable[] {
  let told = false;
  const tell = (editor: TextEditor | undefined) => {
    const value = editor?.document.languageId === language && onEmptyLabels(editor);
    if (value !== told) commands.executeCommand('setContext', contextKey, value);
    told = value;
  };
  tell(window.activeTextEditor);
  return [
    window.onDidChangeActiveTextEditor(tell),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) tell(textEditor);
    }),
  ];
}

const onEmptyLabels = (editor: TextEditor): boolean =>
  editor.selections.every(({ isEmpty, active }) => {
    if (!isEmpty) return false;
    const { text } = editor.document.lineAt(active.line);
    return active.character === text.length && isEmptyLabel(text);
  });

/** The cursors may have moved on since the key was pressed: then Enter is Enter. */
async function removeEmptyLabel(): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor || !onEmptyLabels(editor)) {
    await commands.executeCommand('type', { text: '\n' });
    return;
  }
  const lineBefore = ({ active }: Selection) => new Range(active.with({ character: 0 }), active);
  await editor.edit((edit) => {
    for (const selection of editor.selections) edit.delete(lineBefore(selection));
  });
}
