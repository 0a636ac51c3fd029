// All checkers that run inside Node, by name.
import { textFloors } from './floors.mjs';
import { own } from './own.mjs';

export const peerNames = ['markdownlint', 'remark-lint', 'Markdown language service', 'harper.js'];
export const floorNames = Object.keys(textFloors);
export const ownNames = Object.keys(own);

/** By name: how to make ready what reads a list of files into an index. */
export const indexers = {
  'index of the Markdown language service': async () => (await import('./peers/language-service.mjs')).indexOf,
};

/** Loads a checker; its `check(text, bytes, file)` gives how much it found. */
export async function loadChecker(name, product) {
  if (textFloors[name]) return textFloors[name]();
  if (own[name]) return own[name](product);
  const { peers } = await import('./peers/checkers.mjs');
  return { check: await peers[name]() };
}
