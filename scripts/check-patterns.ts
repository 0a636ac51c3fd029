// Holds every regular expression of the product and of its grammar against texts that would take it more than linear
// time. Those of scripts/bounded-patterns.json are only given short texts; one listed there without need is a fault too.

import { patternsOfDrafts } from '../test/linear/made-patterns';
import { attackOn, patternsInCode, patternsInGrammar, pumping } from '../test/linear/patterns';
import bounded from './bounded-patterns.json';

const made = patternsOfDrafts();
const inCode = patternsInCode();
const all = new Map(
  [...inCode.literals, ...made, ...patternsInGrammar()].map((one) => [`/${one.source}/${one.flags}`, one]),
);
const listed = new Map(bounded.map(({ pattern, slowOn }) => [pattern, slowOn]));
const faults: string[] = [];
for (const [text, pattern] of all) {
  if (listed.has(text)) continue;
  const attack = attackOn(pattern);
  if (!attack) continue;
  const times = `twice the text takes ${attack.factor.toFixed(1)} times the steps`;
  faults.push(`${pattern.place}: ${text.slice(0, 200)}: ${times}, for one as ${JSON.stringify(attack.text)}`);
}
for (const place of inCode.made) {
  if (made.some((pattern) => pattern.place === place)) continue;
  faults.push(`${place}: no draft read here makes this pattern, so that it cannot be checked.`);
}
for (const [text, [prefix = '', pump = '', suffix = '']] of listed) {
  const pattern = all.get(text);
  if (pattern && attackOn(pattern, [pumping(prefix, pump, suffix)])) continue;
  faults.push(`scripts/bounded-patterns.json: ${text} is ${pattern ? 'not slow on that text' : 'gone'}. Take it out.`);
}
for (const fault of faults) console.error(fault);
console.log(`${all.size} patterns held against slow texts, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
