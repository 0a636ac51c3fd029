// The workbench as a person uses it: what is seen on the page, the mouse and the keys. Takes the picture of the README.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/lib/run.mjs';
import { openWorkbench } from './workbench.mjs';

const draft = 'cms-partnerships.resolution.md';
const out = path.join(root, 'out');

/** Keeps a picture of what went wrong. */
async function keepPicture({ state }, page) {
  mkdirSync(out, { recursive: true });
  if (state === 'failed') await page?.screenshot({ path: path.join(out, 'failure.png') });
}

describe('the workbench', () => {
  let page;
  let file;
  let close = () => {};

  const text = () => readFileSync(file, 'utf8');
  const squiggle = (kind) => page.locator(`.monaco-editor .${kind}`);
  const line = (start) => page.locator('.view-line', { hasText: start }).first();
  const press = (...keys) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

  /** What is drawn over the text catches the mouse, so a line is clicked by its place. */
  async function clickAt(locator, { atEnd = false } = {}) {
    const { x, y, width, height } = await locator.boundingBox();
    await page.mouse.click(atEnd ? x + width - 1 : x + width / 2, y + height / 2);
  }

  async function command(name) {
    await press('F1');
    await page.keyboard.type(name);
    await press('Enter');
  }

  async function savedAs(what, pattern) {
    await press('Control+s');
    for (let tries = 0; tries < 100 && !pattern.test(text()); tries++) await page.waitForTimeout(100);
    assert.match(text(), pattern, what);
  }

  /** The scopes of the character after `column`, the innermost first, as VS Code's own inspector shows them. */
  async function scopesAt(start, column = 0) {
    await clickAt(line(start));
    await press('Home', ...Array(column).fill('ArrowRight'));
    await command('Developer: Inspect Editor Tokens and Scopes');
    const inspector = page.locator('.token-inspect-widget');
    // What the semantic token stands for is listed in front of it.
    const ofGrammar = inspector.locator('td.tiw-metadata-scopes').last();
    await ofGrammar.waitFor({ timeout: 30_000 });
    const scopes = await ofGrammar.innerText();
    await press('Escape');
    return scopes.replace(/\u00a0/g, ' ');
  }

  before(async () => {
    ({ page, file, close } = await openWorkbench(draft));
  });
  after(() => close());
  afterEach(async function () {
    await keepPicture(this.currentTest, page);
  });

  it('strikes through what is repealed and underlines a wrong number', async () => {
    await squiggle('squiggly-error').first().waitFor({ timeout: 60_000 });
    const struck = squiggle('squiggly-inline-deprecated');
    await struck.first().waitFor();
    assert.deepEqual((await struck.allTextContents()).slice(0, 2), ['7.9', '11.11']);
    const decoration = await struck.first().evaluate((node) => getComputedStyle(node).textDecorationLine);
    assert.equal(decoration, 'line-through');
  });

  it('shows house style, findings and the date of the registry in the language status', async () => {
    const entry = page.locator('.statusbar-item[id="status.languageStatus"]');
    await entry.waitFor({ timeout: 30_000 });
    await entry.hover();
    const shown = page.locator('.hover-language-status').first();
    await shown.waitFor({ timeout: 30_000 });
    await page.screenshot({ path: path.join(out, 'status.png') });
    const said = (await page.locator('.hover-language-status').allInnerTexts()).join(' ').replace(/\s+/g, ' ');
    assert.match(said, /House style: cms, by its body/);
    assert.match(said, /\d errors?, \d warnings? · cms: statuses /);
    await press('Escape');
    await page.mouse.move(0, 0);
  });

  it('tells on hover what is cited', async () => {
    const { x, y, width, height } = await squiggle('squiggly-inline-deprecated').first().boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
    const hover = page.locator('.monaco-hover:visible');
    await hover.getByText('Cooperation with Other Bodies and Processes').first().waitFor({ timeout: 30_000 });
    await page.waitForTimeout(500);
    await page.screenshot({ path: path.join(out, 'editor.png') });
    await press('Escape');
  });

  it('is highlighted by the grammar, on top of Markdown', async () => {
    assert.match(await scopesAt(/^5\./), /constant\.numeric\.label\.decision/);
    assert.match(
      await scopesAt(/^\*Recalling\*\sR/, 3),
      /keyword\.other\.preambular\.decision\s*markup\.italic\.markdown/,
    );
    assert.match(await scopesAt(/^\*Recalling\*\sR/, 14), /variable\.other\.constant\.citation\.decision/);
    assert.match(await scopesAt(/^1\./, 6), /keyword\.control\.operative\.decision\s*markup\.italic\.markdown/);
    assert.match(await scopesAt(/^3\./, 6), /keyword\.control\.operative\.decision(?!\s*markup)/);
    assert.match(await scopesAt(/^body/, 2), /entity\.name\.tag\.yaml/);
  });

  it('renumbers by the quick fix', async () => {
    await clickAt(line(/^5\./));
    await press('Home', 'Control+.');
    const fix = page
      .locator('.action-widget')
      .getByText(/^Renumber/)
      .first();
    await fix.waitFor({ timeout: 30_000 });
    await press('Enter');
    await squiggle('squiggly-error').first().waitFor({ state: 'detached', timeout: 30_000 });
    await savedAs('the paragraphs are renumbered', /^4\. \*Encourages\*.*\n\n5\. \*Requests\*/m);
  });

  it('numbers on Enter, and takes an empty number away', async () => {
    await clickAt(line(/^2\./));
    await press('End', 'End', 'Enter');
    await savedAs('there is a new number', /^2\. \*Invites\*.*;\n\n3\. \n\n3\. Requests/m);
    const gone = /^2\. \*Invites\*.*;\n\n\n\n3\. Requests/m;
    // Until the editor is told that the number is empty, Enter only breaks the line.
    for (let tries = 0; tries < 20; tries++) {
      await page.waitForTimeout(250);
      await press('Enter', 'Control+s');
      await page.waitForTimeout(250);
      if (gone.test(text())) break;
      await press('Control+z');
    }
    await savedAs('the number is gone', gone);
    await press('Control+z');
    await savedAs('one undo brings it back', /^2\. \*Invites\*.*;\n\n3\. \n\n3\. Requests/m);
  });

  it('lists what is cited by its status', async () => {
    await command('Explorer: Focus on Cited Instruments View');
    const view = page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Cited Instruments' }) });
    const row = (words) => view.locator('.monaco-list-row', { hasText: words }).first();
    await row('Repealed').waitFor({ timeout: 30_000 });
    await row('Resolution 7.9').waitFor();
    await page.screenshot({ path: path.join(out, 'cited.png') });
    await row('Resolution 11.11').click();
    await page.locator('.statusbar-item', { hasText: /Ln 10, Col/ }).waitFor();
  });

  it('leads from a citation to a page about it', async () => {
    await clickAt(squiggle('squiggly-inline-deprecated').first());
    await press('F12');
    const title = page.locator('.view-line', { hasText: /^#\sResolution\s7\.9/ });
    await title.waitFor({ timeout: 30_000 });
    await command('Go Back');
    await line(/^\*Recalling\*\sR/).waitFor();
  });
});

describe('the workbench without a language server', () => {
  let page;
  let close = () => {};
  before(async () => {
    ({ page, close } = await openWorkbench(draft, { lacking: ['server.js'] }));
  });
  after(() => close());
  afterEach(async function () {
    await keepPicture(this.currentTest, page);
  });

  it('says so once, and leads to the log', async () => {
    const messages = page.locator('.notification-toast', { hasText: 'Resolute' });
    await messages.first().waitFor({ timeout: 60_000 });
    await page.waitForTimeout(1000);
    assert.equal(await messages.count(), 1);
    await messages.getByRole('button', { name: 'Show Log' }).click();
    await page.getByRole('tab', { name: /^Output/, selected: true }).waitFor();
    await page.keyboard.press('Control+j');
  });

  it('still numbers on Enter', async () => {
    await page.locator('.view-line', { hasText: /^6\./ }).first().click();
    for (const key of ['End', 'End', 'Enter']) await page.keyboard.press(key);
    await page
      .locator('.view-line', { hasText: /^7\.\s*$/ })
      .first()
      .waitFor();
  });
});
