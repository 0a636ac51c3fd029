import { parser as createParser, type Tag } from 'sax';
import { entryOf, type Feed, type FeedEntry } from './informea-feed';

/** An entry under way: its properties, and the related set that is being read inside it. */
interface Open {
  readonly properties: Map<string, unknown>;
  relation: string;
}

const DEEPEST = 64;
/** Texts that no pack holds are not kept. */
const KEPT = /^(?:number|type|status|treaty|link|meetingTitle|meetingUrl|published|updated|language|value|url)$/;
const LONGEST = 10_000;

class Stop extends Error {}

/**
 * Reads a feed in Atom as OData writes it: properties in `m:properties`, related sets in `m:inline`. Of a text that
 * stops half-way the entries before the break count. Entities other than XML's own are not read: a feed has no DOCTYPE.
 */
export function readAtomFeed(text: string): Feed {
  const reader = new AtomReader();
  try {
    reader.read(text);
    return {
      entries: reader.entries,
      problems: reader.sawFeed ? [] : ['This is XML, but no Atom feed.'],
      next: reader.next,
    };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const message = `The feed ${error.message} at line ${reader.line}: ${reader.entries.length} entries before it are taken.`;
    return { entries: reader.entries, problems: [message], next: null };
  }
}

class AtomReader {
  readonly entries: FeedEntry[] = [];
  next: string | null = null;
  sawFeed = false;
  readonly #parser = createParser(true, { position: true });
  readonly #path: string[] = [];
  readonly #open: Open[] = [];
  #text: string | null = null;

  constructor() {
    const parser = this.#parser;
    parser.onerror = () => this.#stop('breaks off');
    parser.ondoctype = () => this.#stop('has a DOCTYPE, which is not read,');
    parser.onopentag = (tag) => this.#enter(tag as Tag);
    parser.onclosetag = () => this.#leave();
    parser.ontext = (text) => this.#add(text);
    parser.oncdata = (text) => this.#add(text);
  }

  get line(): number {
    return this.#parser.line + 1;
  }

  read(text: string): void {
    this.#parser.write(text).close();
  }

  #stop(message: string): never {
    throw new Stop(message);
  }

  #enter({ name, attributes }: Tag): void {
    const local = localOf(name);
    if (local === 'feed') this.sawFeed = true;
    if (local === 'entry') this.#open.push({ properties: new Map(), relation: '' });
    if (local === 'link') this.#link(attributes);
    const isProperty = this.#path.at(-1) === 'properties' && KEPT.test(local);
    this.#text = isProperty ? '' : null;
    this.#path.push(local);
    if (this.#path.length > DEEPEST) this.#stop('is nested too deep');
  }

  #link({ rel = '', href = '', title }: Record<string, string>): void {
    const open = this.#open.at(-1);
    if (open) open.relation = title ?? rel.slice(rel.lastIndexOf('/') + 1);
    else if (rel === 'next') this.next = href;
  }

  #add(text: string): void {
    if (this.#text !== null && this.#text.length < LONGEST) this.#text += text;
  }

  #leave(): void {
    const local = this.#path.pop() ?? '';
    if (this.#text !== null) this.#open.at(-1)?.properties.set(local, this.#text.slice(0, LONGEST));
    this.#text = null;
    if (local === 'entry') this.#close();
  }

  /** An entry inside another is one of the related set that the outer one is at. */
  #close(): void {
    const closed = Object.fromEntries(this.#open.pop()?.properties ?? []);
    const outer = this.#open.at(-1);
    if (!outer) {
      this.entries.push(entryOf(closed, this.entries.length + 1));
      return;
    }
    const before = outer.properties.get(outer.relation);
    if (Array.isArray(before)) before.push(closed);
    else outer.properties.set(outer.relation, [closed]);
  }
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);
