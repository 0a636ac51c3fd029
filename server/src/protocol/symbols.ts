import { type SymbolInformation, SymbolKind, SymbolTag } from 'vscode-languageserver';
import type { FoundInstrument } from '../service/find';
import type { ClientFeatures } from './client-features';
import { pageScheme } from './custom';
import { homeIn } from './definition';
import { top } from './references';
import type { Session } from './session';

/** How many are listed, over all folders. */
const MOST = 100;

/** An instrument as a symbol; editors filter symbols by their names, so the name holds the title too. */
export function symbolOf(
  { body, deprecated, name, title }: FoundInstrument,
  home: string,
  { symbolTags }: Pick<ClientFeatures, 'symbolTags'>,
): SymbolInformation {
  return {
    name: title === null ? name : `${name} ${title}`,
    kind: SymbolKind.Constant,
    containerName: body,
    location: { uri: home, range: top },
    ...(deprecated && (symbolTags ? { tags: [SymbolTag.Deprecated] } : { deprecated })),
  };
}

export function serveSymbols({ connection, features, guard, workspace }: Session): void {
  connection.onWorkspaceSymbol(
    guard.answer('finding instruments', [] as SymbolInformation[], async ({ query }) => {
      const folders = workspace.folders();
      const symbols = new Map<string, SymbolInformation>();
      for (const folder of folders.length > 0 ? folders : [undefined]) {
        const { service } = await workspace.configurationFor(folder === undefined ? `${pageScheme}:/` : `${folder}/`);
        for (const found of service.find(query)) {
          if (symbols.has(found.instrument) || symbols.size === MOST) continue;
          symbols.set(found.instrument, symbolOf(found, homeIn(workspace, found.instrument, folder), features));
        }
      }
      return [...symbols.values()];
    }),
  );
}
