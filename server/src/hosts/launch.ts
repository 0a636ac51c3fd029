import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { keptCode } from './kept-code';

/** What a program may export for its launcher. */
export interface Launched {
  /** Settles once the program has done what it mostly does; else it is taken to have done so when it ends. */
  readonly warm?: Promise<unknown>;
}

/**
 * Runs the program `name` that lies beside this one, as `require` would, with the code that V8 made of it at an earlier
 * start: reading and compiling it anew takes longer than checking a draft. `command` tells apart what the program does,
 * for each needs other functions of it. NODE_DISABLE_COMPILE_CACHE turns this off as it does in Node itself.
 */
export function launch(name: string, command = ''): void {
  const file = path.join(__dirname, name);
  const source = readFileSync(file);
  const isOff = process.env.NODE_DISABLE_COMPILE_CACHE === '1';
  const kept = isOff ? undefined : keptCode(`${name}${command && `.${command}`}`, source);
  const known = kept?.load();
  // The build writes nothing but ASCII, which V8 keeps in half the room.
  const text = `(function (exports, require, module, __filename, __dirname) {${source.toString('latin1')}\n})`;
  const script = new Script(text, { filename: file, ...(known && { cachedData: known }) });
  const module = { exports: {} as Launched };
  script.runInThisContext()(module.exports, createRequire(file), module, file, __dirname);
  if (!kept || (known && !script.cachedDataRejected)) return;
  let isKept = false;
  const keep = () => {
    if (!isKept) kept.save(script.createCachedData());
    isKept = true;
  };
  module.exports.warm?.then(keep, () => {});
  process.once('exit', keep);
}
