import { readFile, stat } from 'node:fs/promises';
import { Failure, failureLine } from './failure';

/** A text as read from UTF-8. A byte order mark is no part of it. */
export interface Decoded {
  readonly text: string;
  readonly hasMark: boolean;
}

const MARK = [0xef, 0xbb, 0xbf];

/** How files begin that are no UTF-8 text. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly message: string }[] = [
  { bytes: [0xff, 0xfe], message: 'this is UTF-16 text: save it as UTF-8' },
  { bytes: [0xfe, 0xff], message: 'this is UTF-16 text: save it as UTF-8' },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    message: 'this is a Word file or another archive: save it as plain text in UTF-8',
  },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], message: 'this is an old Word file: save it as plain text in UTF-8' },
  { bytes: [0x25, 0x50, 0x44, 0x46], message: 'this is a PDF file: copy its text into a file in UTF-8' },
];

/** Reads a text file of at most `limit` bytes. Fails with `PATH: reason` or `PATH:LINE:COLUMN: reason`. */
export async function readTextFile(file: string, shown: string, limit = Number.POSITIVE_INFINITY): Promise<Decoded> {
  let bytes: Uint8Array;
  try {
    const { size } = await stat(file);
    if (size > limit) throw new Failure(`${shown}: it is larger than ${Math.round(limit / 1024 / 1024)} MB`);
    bytes = await readFile(file);
  } catch (error) {
    throw new Failure(failureLine(error, shown));
  }
  return decode(bytes, shown);
}

/** Decodes UTF-8. Fails with the place of the first byte that is none. */
export function decode(bytes: Uint8Array, shown: string): Decoded {
  const known = SIGNATURES.find((signature) => beginsWith(bytes, signature.bytes));
  if (known) throw new Failure(`${shown}: ${known.message}`);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), hasMark: beginsWith(bytes, MARK) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw new Failure(failureLine(error, shown));
    throw new Failure(`${shown}:${placeOf(bytes)} is not UTF-8: save the file as UTF-8`);
  }
}

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

/** `LINE:COLUMN: byte 0x…` of the first byte that is not UTF-8: there the lenient reading differs. */
function placeOf(bytes: Uint8Array): string {
  const lenient = Buffer.from(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  let at = 0;
  while (at < bytes.length - 1 && bytes[at] === lenient[at]) at++;
  const before = new TextDecoder().decode(bytes.subarray(0, at)).split(/\r\n|\n|\r/);
  const column = (before.at(-1) ?? '').length + 1;
  return `${before.length}:${column}: byte 0x${bytes[at]?.toString(16).padStart(2, '0')}`;
}
