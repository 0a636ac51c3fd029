import type { Diagnostic, Range as LspRange } from 'vscode-languageserver';
import type { Notice, Said } from '../rules/notice';
import { alike } from '../text/alike';
import { type Line, lineAt } from '../text/lines';
import { diagnosticOf, type Place } from './convert';

/** The diagnostics of a document, in the order of the notices that they were made of. */
export interface KeptDiagnostics {
  readonly notices: readonly Notice[];
  readonly items: readonly Diagnostic[];
  /** Whether they tell what those before told. */
  readonly isSame: boolean;
}

/**
 * The diagnostics of `notices`, which are in the order of their place. Those of `before` that tell the same of the same
 * place are taken over: of thousands a keystroke changes a few.
 */
export function diagnosticsAfter(
  before: KeptDiagnostics | undefined,
  notices: readonly Notice[],
  place: Place,
): KeptDiagnostics {
  const known = new Known(before);
  const at = new Walk(place.lines);
  const items: Diagnostic[] = [];
  let isSame = before?.items.length === notices.length;
  for (const notice of notices) {
    at.goTo(notice);
    const old = known.itemFor(notice);
    const item = old && at.isAt(old.range) ? old : diagnosticOf(notice.said, at.range(), notice.related, place);
    isSame &&= alike(item, before?.items[items.length]);
    items.push(item);
  }
  return { notices, items, isSame };
}

/** Diagnostics of before, looked up by what they say. Most are asked for in the order in which they stand. */
class Known {
  private next = 0;
  private places: Map<Said, number> | undefined;

  constructor(private readonly before: KeptDiagnostics | undefined) {}

  /** The diagnostic that said the same; none where places behind the notice's own may have changed too. */
  itemFor({ said, related }: Notice): Diagnostic | undefined {
    if (!this.before || related !== undefined) return undefined;
    const index = this.before.notices[this.next]?.said === said ? this.next : this.indexOf(said, this.before.notices);
    if (index === undefined) return undefined;
    this.next = index + 1;
    return this.before.items[index];
  }

  private indexOf(said: Said, notices: readonly Notice[]): number | undefined {
    this.places ??= new Map(notices.map((notice, i) => [notice.said, i]));
    return this.places.get(said);
  }
}

/** A walk down the lines of a text: a place is looked for from the one before, not from the first line. */
class Walk {
  private first = 0;
  private last = 0;
  private from = 0;
  private to = 0;

  constructor(private readonly lines: readonly Line[]) {}

  goTo({ start, end }: Notice): void {
    while (this.startOf(this.first + 1) <= start) this.first++;
    this.last = end < this.startOf(this.first + 1) ? this.first : lineAt(this.lines, end);
    this.from = start - this.startOf(this.first);
    this.to = end - this.startOf(this.last);
  }

  isAt({ start, end }: LspRange): boolean {
    return (
      start.line === this.first && start.character === this.from && end.line === this.last && end.character === this.to
    );
  }

  range(): LspRange {
    return { start: { line: this.first, character: this.from }, end: { line: this.last, character: this.to } };
  }

  private startOf(line: number): number {
    return this.lines[line]?.start ?? Number.POSITIVE_INFINITY;
  }
}
