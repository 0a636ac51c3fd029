// Chromium, and the workbench in it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { onPath } from '../../scripts/lib/run.mjs';

/** What the tests' own reporter puts before its lines: those are shown, all others only go to the log. */
export const mark = '» ';

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** An installed Chromium or a relative of it; undefined where there is none. */
export const findChromium = () =>
  process.env.CHROMIUM ??
  onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge') ??
  [...usualPlaces, chromium.executablePath()].find((file) => existsSync(file));

export const launchBrowser = () =>
  chromium.launch({
    executablePath: findChromium(),
    headless: true,
    // Playwright's own handlers would swallow the signals.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
    ],
  });

/** A file as the workbench at `origin` names it. */
export const remote = (origin, file) =>
  `vscode-remote://${new URL(origin).host}${path.resolve(file).split(path.sep).map(encodeURIComponent).join('/')}`;

export function address(origin, folder, payload) {
  const query = new URLSearchParams({ folder: path.resolve(folder) });
  if (payload) query.set('payload', JSON.stringify(payload));
  return `${origin}/?${query}`;
}

/**
 * Opens the page and waits until the extension host says how its tests went. The workbench calls two functions, should
 * the page have them: one with every line of its log, one with the exit status of the tests.
 */
export async function runTestsIn(browser, url, { log, limit }) {
  const page = await (await browser.newContext({ viewport: { width: 1200, height: 800 } })).newPage();
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`The tests gave no verdict in ${limit / 1000} s.`)), limit).unref();
    page.on('crash', () => reject(new Error('The page crashed.')));
    page.on('pageerror', (error) => log.write(`pageerror ${error.message}\n`));
    const line = (type, args) => {
      const text = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
      log.write(`${type}: ${text}\n`);
      for (const one of text.split('\n')) if (one.startsWith(mark)) console.log(one.slice(mark.length));
    };
    (async () => {
      await page.exposeFunction('codeAutomationLog', line);
      await page.exposeFunction('codeAutomationExit', resolve);
      await page.goto(url);
    })().catch(reject);
  });
}
