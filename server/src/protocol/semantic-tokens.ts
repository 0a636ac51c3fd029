import type {
  CancellationToken,
  Range as LspRange,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensLegend,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TokenText } from '../service/token-pieces';
import { tokenModifiers, tokenTypes } from '../service/tokens';
import { range } from '../text/range';
import type { Reading } from './open-drafts';
import type { Session } from './session';
import { editsBetween, numbersOf, numbersWithin, type PlacedNumbers, placePieces } from './token-numbers';

/** What the numbers of types and modifiers mean. */
export const legend: SemanticTokensLegend = { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] };

/** What a client was last told of a document. */
interface Told {
  readonly resultId: string;
  readonly placed: readonly PlacedNumbers[];
}

/** The tokens of open documents, and what their clients know of them. */
export interface TokensKept {
  whole(reading: Reading): SemanticTokens;
  /** All tokens anew where the client tells of another answer than the last. */
  changes(reading: Reading, previousResultId: string): SemanticTokens | SemanticTokensDelta;
  within(reading: Reading, asked: LspRange): SemanticTokens;
}

export function createTokensKept(): TokensKept {
  const made = new WeakMap<TextDocument, TokenText>();
  const told = new WeakMap<TextDocument, Told>();
  let count = 0;
  const placedIn = ({ analysis, document, service }: Reading, asked?: LspRange): PlacedNumbers[] => {
    const at = asked && range(document.offsetAt(asked.start), document.offsetAt(asked.end));
    const text = service.tokens(analysis, made.get(document), at);
    made.set(document, text);
    return placePieces(text, analysis.basis.cited.read.starts, analysis.lines);
  };
  const tell = (document: TextDocument, placed: readonly PlacedNumbers[]): string => {
    const resultId = String(++count);
    told.set(document, { resultId, placed });
    return resultId;
  };
  const whole = (reading: Reading): SemanticTokens => {
    const placed = placedIn(reading);
    return { resultId: tell(reading.document, placed), data: numbersOf(placed) };
  };
  return {
    whole,
    changes: (reading, previousResultId) => {
      const before = told.get(reading.document);
      if (before?.resultId !== previousResultId) return whole(reading);
      const placed = placedIn(reading);
      const edits = editsBetween(before.placed, placed);
      return { resultId: edits.length === 0 ? previousResultId : tell(reading.document, placed), edits };
    },
    within: (reading, asked) => ({ data: numbersWithin(placedIn(reading, asked), asked) }),
  };
}

/** Returns how to have the client ask for all tokens anew. */
export function serveTokens({ connection, drafts, features, guard, log }: Session): () => void {
  const { semanticTokens } = connection.languages;
  const kept = createTokensKept();
  type Asked = { readonly textDocument: { readonly uri: string } };
  const answer = <P extends Asked, R>(of: (reading: Reading, params: P) => R) =>
    guard.answer('telling what words are', null as R | null, async (params: P, token: CancellationToken) => {
      const reading = await drafts.unchanged(params.textDocument.uri, token);
      return reading ? of(reading, params) : null;
    });
  semanticTokens.on(answer(kept.whole));
  semanticTokens.onDelta(answer((reading, params) => kept.changes(reading, params.previousResultId)));
  semanticTokens.onRange(answer((reading, params) => kept.within(reading, params.range)));
  return () => {
    if (!features.refreshTokens) return;
    semanticTokens.refresh().catch((error) => log.failed('asking for a refresh', error));
  };
}
