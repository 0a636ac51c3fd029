/** Names of a project file; of two in one folder the first counts. JSON is read as the YAML it is. */
export const configFileNames = ['.resolute.yaml', '.resolute.json'] as const;

/** What is wrong with a project file beside the one that counts. */
export const besideAnother = `Nothing here counts: ${configFileNames[0]} beside it does. Keep one of the two.`;
