import assert from 'node:assert/strict';
import type { Citation } from '../../server/src/citations/citation';
import { indexForms } from '../../server/src/citations/forms-index';
import { readCitations } from '../../server/src/citations/read';
import { parse } from '../../server/src/structure/parse';
import { packs } from '../support/packs';

export const index = indexForms(packs.map(({ pack }) => pack));

/** The citations of `text`, taken for a draft of `own`. */
export function citations(text: string, own: string | null = null): Citation[] {
  return readCitations(parse(text, { forced: true }), index, own);
}

/**
 * What `text` cites: the id, `@` and the revision, `?` where other bodies could be meant. Holds the places of number
 * and revision against the text.
 */
export function cited(text: string, own: string | null = null): string[] {
  return citations(text, own).map(({ instrument, revision, others, range, revisionRange, text: number }) => {
    assert.equal(plain(text.slice(range.start, range.end)), number);
    if (revisionRange) assert.match(text.slice(revisionRange.start, revisionRange.end), /^\(?rev\./i);
    assert.equal(revisionRange === null, revision === null);
    return `${instrument}${revision === null ? '' : `@${revision}`}${others.length > 0 ? '?' : ''}`;
  });
}

/** A stretch of a source as readers see it. */
const plain = (written: string): string =>
  written
    .replaceAll('\u2011', '-')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/([-/.])\n/g, '$1')
    .replaceAll('\n', ' ');
