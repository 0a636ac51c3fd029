// Imported first by what a person starts: one clear line instead of a syntax error deep inside.
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const needed = manifest.engines.node.replace('>=', '');
const [needs, has] = [needed, process.versions.node].map((version) => version.split('.').map(Number));

if (has[0] < needs[0] || (has[0] === needs[0] && has[1] < needs[1])) {
  console.error(`Resolute needs Node ${needed} or later; this is Node ${process.versions.node}.`);
  process.exit(2);
}
