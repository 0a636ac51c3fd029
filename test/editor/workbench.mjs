// The workbench in a browser, with a draft open, for tests that use it as a person does.
import { cpSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/lib/run.mjs';
import { address, launchBrowser } from '../hosts/browser.mjs';
import { linkExtension, makeState, startServer } from '../hosts/server.mjs';

/** As a drafter's window looks that is made for reading: no side bars, and room for the text. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 14,
  'editor.lineHeight': 21,
  'editor.minimap.enabled': false,
  'editor.scrollBeyondLastLine': false,
  'window.commandCenter': false,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
};

/** What the extension consists of, less `lacking`, copied to `folder`. */
function copyExtension(folder, lacking) {
  for (const name of ['package.json', 'language-configuration.json', 'dist', 'syntaxes', 'snippets']) {
    cpSync(path.join(root, name), path.join(folder, name), {
      recursive: true,
      filter: (file) => !lacking.includes(path.basename(file)),
    });
  }
  return folder;
}

/** Opens `draft`, a copy of the example of that name. `close` ends all that was started, whatever came of it. */
export async function openWorkbench(draft, { lacking = [] } = {}) {
  const cleaning = [];
  const close = async () => {
    for (const step of cleaning.reverse()) await step();
  };
  try {
    const state = makeState(settings);
    cleaning.push(state.drop);
    linkExtension(state, lacking.length > 0 ? copyExtension(path.join(state.folder, 'copy'), lacking) : root);
    const folder = path.join(state.folder, 'drafts');
    cpSync(path.join(root, 'examples'), folder, { recursive: true });
    const server = await startServer(state, ['--without-connection-token']);
    cleaning.push(server.stop);
    const browser = await launchBrowser();
    cleaning.push(() => browser.close());
    const context = await browser.newContext({ viewport: { width: 1200, height: 700 }, deviceScaleFactor: 2 });
    const page = await context.newPage();
    await page.goto(address(server.origin, folder));
    await page.getByRole('treeitem', { name: draft }).dblclick({ timeout: 60_000 });
    await page.keyboard.press('Control+b');
    return { page, file: path.join(folder, draft), close };
  } catch (error) {
    await close();
    throw error;
  }
}
