// `npm test [-- PART…]`: sets everything up and runs all tests, or the parts named.
import './lib/node-version.mjs';
import { main, Stop } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';

const strict = process.env.RESOLUTE_STRICT === '1';

await main(async () => {
  await setUp();
  const parts = await import('./lib/parts.mjs');
  const names = process.argv.length > 2 ? process.argv.slice(2) : ['lint', 'types', 'unit', 'editor', 'ui', 'accuracy'];
  const unknown = names.find((name) => !(name in parts));
  if (unknown) throw new Stop(`There is no part "${unknown}"; there are ${Object.keys(parts).join(', ')}.`);
  let passed = 0;
  let failed = 0;
  const skipped = [];
  for (const name of names) {
    console.log(`\n── ${name}`);
    const counts = await parts[name]();
    passed += counts.passed;
    failed += counts.failed;
    skipped.push(...counts.skipped);
  }
  console.log('');
  for (const what of skipped) console.log(`${strict ? 'skipped, which counts as failed' : 'skipped'}: ${what}`);
  if (strict) failed += skipped.length;
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
