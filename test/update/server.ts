import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { generate } from 'selfsigned';
import { folderOf } from '../cli/run';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;
export type Answers = Readonly<Record<string, Answer>>;

const servers: Server[] = [];

/** A server on this machine that answers by path. Gives its address without a slash at the end. */
export const serve = async (answers: Answers): Promise<string> =>
  `http://127.0.0.1:${await portOf(createServer(listener(answers)))}`;

let made: ReturnType<typeof generate> | undefined;

/** As `serve`, over HTTPS. A process with `env` trusts its certificate. */
export async function serveSecurely(answers: Answers): Promise<{ address: string; env: NodeJS.ProcessEnv }> {
  made ??= generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048, algorithm: 'sha256' });
  const { cert, private: key } = await made;
  const file = path.join(folderOf(), 'certificate.pem');
  writeFileSync(file, cert);
  const port = await portOf(createSecureServer({ cert, key }, listener(answers)));
  return { address: `https://localhost:${port}`, env: { NODE_EXTRA_CA_CERTS: file } };
}

const listener =
  (answers: Answers): RequestListener =>
  (request, response) => {
    const answer = answers[request.url ?? ''];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  };

async function portOf(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return (server.address() as AddressInfo).port;
}

/** To be called in `afterEach`. */
export function stopServers(): void {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
}
