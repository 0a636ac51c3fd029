import path from 'node:path';
import envPaths from 'env-paths';

const folders = envPaths('resolute', { suffix: '' });

/** Where the system keeps what programs can make anew. */
export const cacheFolder = (name: string): string => path.join(folders.cache, name);

/** The folder of fetched packs: the user's own, where the system keeps the data of programs. */
export const fetchedFolder = (): string => path.join(folders.data, 'registry');
