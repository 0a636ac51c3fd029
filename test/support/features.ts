import type { ClientFeatures } from '../../server/src/protocol/client-features';

/** A client that can do everything. */
export const everyFeature: ClientFeatures = {
  pullDiagnostics: true,
  refreshDiagnostics: true,
  tokenRequests: { range: true, full: true, delta: true },
  refreshTokens: true,
  diagnosticLinks: true,
  diagnosticTags: true,
  diagnosticRelations: true,
  diagnosticData: true,
  codeActions: true,
  resolvesEdits: true,
  versionedEdits: true,
  confirmsEdits: true,
  showsDocuments: true,
  markdownHover: true,
  markdownCompletions: true,
  completionTags: true,
  definitionLinks: true,
  linkTooltips: true,
  virtualPages: true,
  progress: true,
  symbolTags: true,
  workspaceFolders: true,
  configuration: true,
  registersConfiguration: true,
  registersWatchers: true,
  relativePatterns: true,
};

/** A client that can do nothing beyond the least the protocol asks. */
export const noFeature = Object.fromEntries(
  Object.keys(everyFeature).map((name) => [name, false]),
) as unknown as ClientFeatures;
