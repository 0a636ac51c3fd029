import type { Connection, PublishDiagnosticsParams, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientFeatures } from './client-features';
import type { Place } from './convert';
import type { DraftsNow } from './drafts-now';
import type { Guard } from './guard';
import type { Host } from './host';
import type { Log } from './log';
import type { OpenDrafts, Reading } from './open-drafts';
import type { Workspace } from './workspace';

/** What the handlers share. */
export interface Session {
  readonly connection: Connection;
  readonly host: Host;
  readonly log: Log;
  readonly features: ClientFeatures;
  readonly guard: Guard;
  readonly documents: TextDocuments<TextDocument>;
  readonly drafts: OpenDrafts;
  readonly now: DraftsNow;
  readonly placeOf: (reading: Reading) => Place;
  readonly workspace: Workspace;
  readonly send: (params: PublishDiagnosticsParams) => void;
}
