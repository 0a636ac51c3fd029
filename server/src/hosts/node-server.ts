import { Console } from 'node:console';
import { connect } from 'node:net';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Connection, createConnection, type MessageReader, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import type { Host } from '../protocol/host';
import { startServer } from '../protocol/server';
import { nodeArchive } from './archive';
import { MessageWriter } from './message-writer';
import { readFileFolder, readTextFile } from './node-files';
import { fetchedFolder } from './own-folders';
import { folderStore } from './pack-store';
import { builtInPacks } from './packs';
import { keepRoomSmall } from './room';

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

const worked = keepRoomSmall();

const host: Host = {
  version,
  rulePages: pathToFileURL(`${path.join(__dirname, '..', 'docs', 'rules')}${path.sep}`).href,
  builtInPacks,
  fetched: { fetch, store: folderStore(fetchedFolder()), folder: pathToFileURL(fetchedFolder()).href },
  readFile: readTextFile,
  readFolder: readFileFolder,
  archive: nodeArchive(path.join(__dirname, 'reader.js'), version),
  soon: (callback) => {
    worked();
    setImmediate(callback);
  },
};

function main(): void {
  const asked = readArguments();
  if (typeof asked === 'string') refuse(asked);
  else if (asked.version) process.stdout.write(`${version}\n`);
  else if (asked.help) process.stdout.write(usage);
  else if (!asked.stdio && !asked['node-ipc'] && !asked.socket && !asked.pipe) refuse('say how to connect');
  else if (asked['node-ipc'] && !process.send) refuse('--node-ipc works only for a process that an editor forks');
  else if (asked.socket || asked.pipe) serveOver(asked.socket, asked.pipe);
  else if (asked['node-ipc']) startServer(createConnection(ProposedFeatures.all), host);
  else serveOverStdio();
}

function serveOverStdio(): void {
  // what a library may want to tell must not come between messages
  globalThis.console = new Console(process.stderr);
  startServer(connectionOver(process.stdin, process.stdout), host);
}

/** The library takes a stream to read from beside a writer, and ends with that stream, but does not declare it. */
const connectionOver = (input: Readable, output: Writable): Connection =>
  createConnection(ProposedFeatures.all, input as unknown as MessageReader, new MessageWriter(output));

/** The editor listens, the server calls: at a port of this machine, or at a pipe. */
function serveOver(port: string | undefined, pipe: string | undefined): void {
  if (port !== undefined && !isPort(port)) return refuse(`--socket takes a port, not "${port}"`);
  const address = port === undefined ? { path: pipe as string } : { host: '127.0.0.1', port: Number(port) };
  const socket = connect(address, () => {
    socket.off('error', unreachable);
    startServer(connectionOver(socket, socket), host);
  });
  const unreachable = (error: Error) => refuse(`nobody answers at ${port ?? pipe} (${error.message})`);
  socket.on('error', unreachable);
}

const isPort = (text: string): boolean => /^[1-9]\d{0,4}$/.test(text) && Number(text) < 65_536;

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
