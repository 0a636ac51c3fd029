// `npm run screenshot`: takes the README's picture anew, by the tests that use the workbench.
import './lib/node-version.mjs';
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { main, root, Stop } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';

await main(async () => {
  await setUp();
  const { ui } = await import('./lib/parts.mjs');
  const { failed, skipped } = await ui();
  if (failed || skipped.length) throw new Stop('The picture is left as it was: the tests that take it did not pass.');
  mkdirSync(path.join(root, 'docs/images'), { recursive: true });
  copyFileSync(path.join(root, 'out/editor.png'), path.join(root, 'docs/images/editor.png'));
  return 0;
});
