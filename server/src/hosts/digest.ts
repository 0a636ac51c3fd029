import { createHash } from 'node:crypto';

/** Differs between texts that differ. */
export const digest = (text: string): string => createHash('sha1').update(text).digest('base64');
