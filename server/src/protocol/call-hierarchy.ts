import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Range,
  SymbolKind,
} from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import type { Service } from '../service/api';
import { citedPlaces } from '../service/summary';
import { homeIn } from './definition';
import { type IndexedFile, keyOf } from './indexed-file';
import { allDrafts, instrumentAt, top } from './references';
import type { Session } from './session';

/* What cites an instrument, and what its text cites, shown as an editor shows who calls whom. */

/** What an item stands for, and the draft from which it was asked. */
interface ItemData {
  readonly asked: string;
  /** Absent for a draft that has no number yet. */
  readonly instrument?: string;
}

/** An instrument as an item. `home`: where it is told of. */
function instrumentItem(instrument: string, service: Service, home: string, asked: string): CallHierarchyItem {
  const known = service.lookup(instrument).find((match) => match.instrument === instrument);
  const data: ItemData = { asked, instrument };
  return {
    name: known?.name ?? instrument,
    kind: SymbolKind.Constant,
    ...(known?.title && { detail: known.title }),
    uri: home,
    range: top,
    selectionRange: top,
    data,
  };
}

/** A draft as an item. */
function draftItem({ instrument, title, uri }: IndexedFile, asked: string): CallHierarchyItem {
  const data: ItemData = { asked, ...(instrument !== null && { instrument }) };
  const detail = Utils.basename(URI.parse(uri));
  return { name: title ?? detail, kind: SymbolKind.File, detail, uri, range: top, selectionRange: top, data };
}

/** The drafts that cite `instrument`, each with its places. */
export function citedBy(instrument: string, files: readonly IndexedFile[], asked: string): CallHierarchyIncomingCall[] {
  return files.flatMap((file) => {
    const places = citedPlaces(file, instrument);
    if (places.length === 0) return [];
    return [{ from: draftItem(file, asked), fromRanges: places.map(({ range }) => range) }];
  });
}

/** What a draft cites, in the order of its text. */
export function cites(
  file: IndexedFile,
  itemOf: (instrument: string) => CallHierarchyItem,
): CallHierarchyOutgoingCall[] {
  const places = new Map<string, Range[]>();
  for (const { instrument, range } of citedPlaces(file)) {
    const ranges = places.get(instrument) ?? [];
    places.set(instrument, ranges);
    ranges.push(range);
  }
  return [...places].map(([instrument, fromRanges]) => ({ to: itemOf(instrument), fromRanges }));
}

export function serveCallHierarchy(session: Session): void {
  const { connection, drafts, guard, workspace } = session;
  const { languages } = connection;
  const itemIn = async (asked: string) => {
    const { service } = await workspace.configurationFor(asked);
    const folder = workspace.folderOf(asked);
    return (instrument: string) => instrumentItem(instrument, service, homeIn(workspace, instrument, folder), asked);
  };
  languages.callHierarchy.onPrepare(
    guard.answer('preparing citations', null as CallHierarchyItem[] | null, async (params, token) => {
      const { uri } = params.textDocument;
      const reading = await drafts.unchanged(uri, token);
      const instrument = reading && instrumentAt(reading, params.position);
      return instrument ? [(await itemIn(uri))(instrument)] : null;
    }),
  );
  languages.callHierarchy.onIncomingCalls(
    guard.answer('finding what cites', null as CallHierarchyIncomingCall[] | null, async ({ item }, token) => {
      const { asked, instrument } = item.data as ItemData;
      return instrument ? citedBy(instrument, await allDrafts(session, token), asked) : [];
    }),
  );
  languages.callHierarchy.onOutgoingCalls(
    guard.answer('finding what is cited', null as CallHierarchyOutgoingCall[] | null, async ({ item }, token) => {
      const { asked } = item.data as ItemData;
      const files = await allDrafts(session, token);
      const text = files.find(({ uri }) => keyOf(uri) === keyOf(item.uri));
      return text ? cites(text, await itemIn(asked)) : [];
    }),
  );
}
