/** What fetching needs from its host. */
export interface FetchParts {
  readonly fetch: typeof fetch;
  /** Lets tests speak to a server on this machine without a certificate. No setting gives this. */
  readonly allowLoopback?: boolean;
  /** Milliseconds for the whole answer. */
  readonly timeout?: number;
  /** The most bytes that an answer may have, unpacked. */
  readonly limit?: number;
  /** Ends the request when the user gives it up. */
  readonly signal?: AbortSignal;
}

/** An answer; `unchanged` when the server says that what `etag` stood for is still so. */
export type Fetched =
  | { readonly unchanged: true }
  | { readonly unchanged: false; readonly text: string; readonly etag: string | null; readonly url: string };

/** Why nothing came of a request. `message` is one clause for the user, without the address. */
export class FetchFailure extends Error {}

const MB = 1024 * 1024;
const LIMIT = 64 * MB;
const TIMEOUT = 60_000;
const HOPS = 5;
const GIVEN_UP = 'it was given up';

/**
 * The text at `address`, over HTTPS alone: an address or redirect of another scheme is refused. Stops reading at the
 * limit, whatever length the server announced. Fails with a `FetchFailure`.
 */
export async function fetchText(address: string, parts: FetchParts, etag?: string): Promise<Fetched> {
  const stop = new AbortController();
  const { timeout = TIMEOUT } = parts;
  const timer = setTimeout(() => stop.abort(), timeout);
  const giveUp = () => stop.abort();
  parts.signal?.addEventListener('abort', giveUp);
  try {
    if (parts.signal?.aborted) throw new FetchFailure(GIVEN_UP);
    return await follow(address, parts, stop, etag);
  } catch (error) {
    if (error instanceof FetchFailure) throw error;
    if (parts.signal?.aborted) throw new FetchFailure(GIVEN_UP);
    if (stop.signal.aborted) throw new FetchFailure(`the answer took longer than ${timeout / 1000} s`);
    throw new FetchFailure(reasonOf(error));
  } finally {
    clearTimeout(timer);
    parts.signal?.removeEventListener('abort', giveUp);
    // what is still on its way is not wanted
    stop.abort();
  }
}

async function follow(address: string, parts: FetchParts, stop: AbortController, etag?: string): Promise<Fetched> {
  let url = allowed(address, undefined, parts);
  const headers: Record<string, string> = { accept: 'application/json, application/atom+xml;q=0.9, */*;q=0.1' };
  if (etag) headers['if-none-match'] = etag;
  for (let hop = 0; hop <= HOPS; hop++) {
    const response = await parts.fetch(url, { redirect: 'manual', signal: stop.signal, headers });
    if (response.status === 304 && etag) return { unchanged: true };
    if (response.ok) {
      const text = await textOf(response, parts.limit ?? LIMIT);
      return { unchanged: false, text, etag: response.headers.get('etag'), url: url.href };
    }
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || !location) throw new FetchFailure(told(response));
    url = allowed(location, url, parts);
  }
  throw new FetchFailure(`it redirects more than ${HOPS} times`);
}

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

function allowed(address: string, from: URL | undefined, { allowLoopback }: FetchParts): URL {
  const what = from ? `it redirects to ${shown(address)}, which` : 'the address';
  if (!URL.canParse(address, from?.href)) throw new FetchFailure(`${what} is no address: write https://…`);
  const url = new URL(address, from);
  const loopback = allowLoopback && url.protocol === 'http:' && LOOPBACK.includes(url.hostname);
  if (url.protocol !== 'https:' && !loopback) throw new FetchFailure(`${what} does not begin with https://`);
  if (url.username || url.password) throw new FetchFailure(`${what} holds a name or password: leave them out`);
  return url;
}

const shown = (address: string): string => (address.length > 80 ? `${address.slice(0, 79)}…` : address);

function told({ status, statusText }: Response): string {
  const word = statusText ? ` (${statusText})` : '';
  if (status === 404 || status === 410) return `there is nothing at this address: the server answered ${status}${word}`;
  return `the server answered ${status}${word}`;
}

async function textOf(response: Response, limit: number): Promise<string> {
  const tooLarge = new FetchFailure(`the answer is larger than ${Math.round((limit / MB) * 100) / 100} MB`);
  if (Number(response.headers.get('content-length') ?? 0) > limit) throw tooLarge;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const pieces: string[] = [];
  let size = 0;
  for (let reader = response.body?.getReader(); reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) throw tooLarge;
    pieces.push(decode(decoder, value));
  }
  pieces.push(decode(decoder));
  return pieces.join('');
}

function decode(decoder: InstanceType<typeof TextDecoder>, bytes?: Uint8Array): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    throw new FetchFailure('the answer is no UTF-8 text');
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no server of this name, or this machine is offline',
  EAI_AGAIN: 'there is no server of this name, or this machine is offline',
  ECONNREFUSED: 'the server refuses the connection',
  ECONNRESET: 'the connection broke off',
  UND_ERR_SOCKET: 'the connection broke off before the whole answer was there',
  UND_ERR_CONNECT_TIMEOUT: 'the server does not answer',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody that this machine trusts',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody that this machine trusts',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by nobody that this machine trusts',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is of another server',
};

function reasonOf(error: unknown): string {
  const cause = (error as { cause?: { code?: string; message?: string } }).cause;
  return REASONS[cause?.code ?? ''] ?? `it cannot be fetched (${cause?.code ?? cause?.message ?? String(error)})`;
}
