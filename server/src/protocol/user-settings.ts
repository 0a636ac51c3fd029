import type { Connection } from 'vscode-languageserver';
import type { ClientFeatures } from './client-features';
import type { Log } from './log';

/** The user's `resolute` settings, as the client gives them: not yet checked. */
export interface UserSettings {
  for(uri: string): Promise<unknown>;
  /** Takes what a client sends along with the news that settings changed. */
  take(sent: unknown): void;
}

const section = 'resolute';

/** The section of settings that may hold those of other programs too. */
const sectionOf = (settings: unknown): unknown =>
  typeof settings === 'object' && settings !== null && section in settings
    ? (settings as { [section]: unknown })[section]
    : settings;

/** `given`: the settings told at the start. They hold for clients that cannot be asked, until those send others. */
export function createUserSettings(
  connection: Pick<Connection, 'workspace'>,
  features: ClientFeatures,
  log: Log,
  given: unknown,
): UserSettings {
  let known = sectionOf(given);
  return {
    take: (sent) => {
      if (sent !== null && sent !== undefined) known = sectionOf(sent);
    },
    for: async (uri) => {
      if (!features.configuration) return known;
      try {
        return (await connection.workspace.getConfiguration({ scopeUri: uri, section })) ?? known;
      } catch (error) {
        log.failed('asking for the settings', error);
        return known;
      }
    },
  };
}
