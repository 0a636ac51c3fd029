import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CitationForm } from '../../server/src/citations/forms';
import { fill, match, type Parts, pattern } from '../../server/src/citations/pattern';
import type { Instrument, Meeting, Pack } from '../../server/src/registry/pack';

const folder = path.join(__dirname, '..', '..', 'registry');
/** The text of a file of registry/. */
export const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'pack.schema.json');
/** Every pack with its file's name and text. */
export const packs = files.map((name) => ({ name, text: read(name), pack: JSON.parse(read(name)) as Pack }));
/** Every instrument with its pack. */
export const instruments = packs.flatMap(({ pack }) => (pack.instruments ?? []).map((one) => ({ pack, one })));
export const byId = new Map(instruments.map(({ one }) => [one.id, one]));
/** The instrument with this id. */
export const get = (id: string): Instrument => byId.get(id) ?? assert.fail(`${id} is in no pack`);
/** The pack of a body. */
export const packOf = (id: string): Pack =>
  packs.find(({ pack }) => pack.body.id === id)?.pack ?? assert.fail(`no pack ${id}`);
/** A meeting of a body. */
export const meetingOf = (body: string, id: string): Meeting =>
  packOf(body).meetings?.find((meeting) => meeting.id === id) ?? assert.fail(`${body} has no meeting ${id}`);

/** What a number is read as. */
export interface Reading {
  readonly form: CitationForm;
  readonly parts: Parts;
  readonly id: string;
}

/** Every way in which the forms of `pack` read `number` as a whole. */
export function readings(pack: Pack, kind: string, number: string): Reading[] {
  const found: Reading[] = [];
  for (const form of pack.citations.filter((one) => one.kind === kind)) {
    for (const source of [...(form.after ?? []), ...(form.alone ?? [])]) {
      const matched = match(pattern(source, form.parts), number, 0);
      if (matched?.end !== number.length) continue;
      found.push({ form, parts: matched.parts, id: fill(form.id, matched.parts) });
    }
  }
  return found;
}

/** The ids that a body's forms read `number` as. */
export const idsOf = (body: string, kind: string, number: string) => [
  ...new Set(readings(packOf(body), kind, number).map(({ id }) => id)),
];
