import type { Writable } from 'node:stream';
import { type Message, StreamMessageWriter } from 'vscode-languageserver/node';
import { KeptJson } from './kept-json';

/**
 * Writes messages to a stream, each at once with its header: a client is woken once for it. Of thousands of
 * diagnostics only those are turned into JSON that the message before did not have.
 */
export class MessageWriter extends StreamMessageWriter {
  private readonly lists = new KeptJson();
  private errors = 0;

  constructor(private readonly stream: Writable) {
    super(stream);
  }

  override async write(message: Message): Promise<void> {
    try {
      await this.send(this.bytesOf(message));
    } catch (error) {
      this.fireError(error, message, ++this.errors);
      throw error;
    }
  }

  private send(parts: readonly Buffer[]): Promise<void> {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    return new Promise((done, failed) => {
      this.stream.cork();
      this.stream.write(`Content-Length: ${length}\r\n\r\n`, 'latin1');
      for (const [i, part] of parts.entries()) {
        if (i < parts.length - 1) this.stream.write(part);
        else this.stream.write(part, (error) => (error ? failed(error) : done()));
      }
      this.stream.uncork();
    });
  }

  private bytesOf(message: Message): Buffer[] {
    const { params, result } = message as { readonly params?: Listing | null; readonly result?: Listing | null };
    if (Array.isArray(params?.diagnostics)) {
      const { diagnostics, ...rest } = params;
      const { params: _, ...notification } = message as { readonly params?: unknown };
      return this.around({ ...notification, params: { ...rest, diagnostics: [] } }, diagnostics);
    }
    if (Array.isArray(result?.items) && result.kind === 'full') {
      const { items, ...rest } = result;
      const { result: _, ...answer } = message as { readonly result?: unknown };
      return this.around({ ...answer, result: { ...rest, items: [] } }, items);
    }
    return [Buffer.from(JSON.stringify(message))];
  }

  /** The bytes of `frame`, which ends in a list that is empty as yet, with `items` in that list. */
  private around(frame: object, items: readonly object[]): Buffer[] {
    const text = JSON.stringify(frame);
    const end = text.length - END.length;
    return [Buffer.from(text.slice(0, end)), this.lists.of(items), Buffer.from(END)];
  }
}

/** How a message ends whose last part is a list. */
const END = ']}}';

/** What holds the diagnostics that are sent, or those that were asked for. */
interface Listing {
  readonly diagnostics?: readonly object[];
  readonly items?: readonly object[];
  readonly kind?: unknown;
}
