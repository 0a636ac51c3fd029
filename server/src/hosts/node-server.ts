import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import type { Host } from '../protocol/host';
import { startServer } from '../protocol/server';
import { readFileFolder, readTextFile } from './node-files';
import { builtInPacks } from './packs';

const usage = `Usage: resolute-language-server --stdio | --node-ipc | --socket=PORT | --pipe=NAME
       resolute-language-server --version

The language server of Resolute, started by an editor. To check drafts on the terminal use "resolute check".
`;

const options = {
  stdio: { type: 'boolean' },
  'node-ipc': { type: 'boolean' },
  socket: { type: 'string' },
  pipe: { type: 'string' },
  // Editors add it, so that the server ends with them; the connection reads it.
  clientProcessId: { type: 'string' },
  version: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const host: Host = {
  version,
  rulePages: pathToFileURL(`${path.join(__dirname, '..', 'docs', 'rules')}${path.sep}`).href,
  builtInPacks,
  readFile: readTextFile,
  readFolder: readFileFolder,
  soon: setImmediate,
};

function main(): void {
  const asked = readArguments();
  if (typeof asked === 'string') refuse(asked);
  else if (asked.version) process.stdout.write(`${version}\n`);
  else if (asked.help) process.stdout.write(usage);
  else if (!asked.stdio && !asked['node-ipc'] && !asked.socket && !asked.pipe) refuse('say how to connect');
  else if (asked['node-ipc'] && !process.send) refuse('--node-ipc works only for a process that an editor forks');
  else startServer(createConnection(ProposedFeatures.all), host);
}

/** The options given, or what is wrong with them. */
function readArguments() {
  try {
    return parseArgs({ options, strict: true }).values;
  } catch (error) {
    return (error as Error).message;
  }
}

function refuse(reason: string): void {
  process.stderr.write(`resolute-language-server: ${reason}\n\n${usage}`);
  process.exitCode = 2;
}

main();
