import {
  type Disposable,
  EventEmitter,
  languages,
  Range,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
} from 'vscode';
import { type CitedAnswer, type CitedParams, citedRequest } from '../../server/src/protocol/custom';
import type { Session } from './session';

type Group = CitedAnswer['groups'][number];
type Item = Group['items'][number];
type Node = { readonly group: Group } | { readonly item: Item };

const ICONS: Readonly<Partial<Record<Group['status'], string>>> = {
  nonexistent: 'error',
  repealed: 'circle-slash',
  superseded: 'history',
  'partly-repealed': 'circle-large-outline',
  expired: 'watch',
  'in-force': 'pass',
};

/** The view "Cited Instruments": what the draft in the active editor cites, by status, with counts. */
export function citedView(session: Pick<Session, 'request'>): Disposable[] {
  const changed = new EventEmitter<void>();
  let shown = activeUri();
  const refresh = () => {
    shown = activeUri();
    changed.fire();
  };
  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => ('group' in node ? groupItem(node.group) : instrumentItem(node.item, shown)),
    getChildren: async (node) => {
      if (node) return 'group' in node ? node.group.items.map((item) => ({ item })) : [];
      if (!shown) return [];
      const params: CitedParams = { uri: shown };
      const answer = await session.request<CitedAnswer>(citedRequest, params);
      return (answer?.groups ?? []).map((group) => ({ group }));
    },
  };
  return [
    changed,
    window.registerTreeDataProvider('resolute.citedInstruments', provider),
    window.onDidChangeActiveTextEditor(refresh),
    // A draft was read anew: its citations may have changed with its findings.
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === activeUri())) refresh();
    }),
  ];
}

const activeUri = (): string | undefined => window.activeTextEditor?.document.uri.toString();

function groupItem({ status, label, items }: Group): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  const mentions = items.reduce((sum, { ranges }) => sum + ranges.length, 0);
  item.description = `${items.length}`;
  item.tooltip = `${items.length} instruments, cited ${mentions} times`;
  item.iconPath = new ThemeIcon(ICONS[status] ?? 'question');
  return item;
}

function instrumentItem({ name, title, ranges }: Item, uri: string | undefined): TreeItem {
  const item = new TreeItem(name, TreeItemCollapsibleState.None);
  item.description = [ranges.length > 1 ? `${ranges.length}×` : '', title ?? ''].filter(Boolean).join(' ');
  item.tooltip = [name, title].filter(Boolean).join(' – ');
  const [first] = ranges;
  if (first && uri) {
    const { start, end } = first;
    const selection = new Range(start.line, start.character, end.line, end.character);
    item.command = { command: 'vscode.open', title: 'Show', arguments: [Uri.parse(uri), { selection }] };
  }
  return item;
}
