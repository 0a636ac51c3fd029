import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { Validator } from '@cfworker/json-schema';
import type { CitationForm } from '../server/src/citations/forms';
import { fill, fillNumbers, type Parts } from '../server/src/citations/pattern';
import type { Pack } from '../server/src/registry/pack';
import { byId, get, instruments, packOf, packs, read, readings } from './support/packs';

/** The numbers of `kind` that the pack lists for a meeting. */
function serials(pack: Pack, meeting: string, kind: string): number[] {
  const listed = (pack.instruments ?? []).filter((one) => one.meeting === meeting && one.kind === kind);
  return listed.map((one) => Number(readings(pack, kind, one.number)[0]?.parts.serial)).sort((a, b) => a - b);
}

/** All objects inside `value`, itself included. */
function* objectsIn(value: unknown): Iterable<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

/** Packs of bodies whose numbers are many and mostly known without a title. */
const harvested = new Set(['unga.json', 'ecosoc.json', 'hrc.json', 'escap.json', 'imo.json', 'security-council.json']);

describe('registry packs', () => {
  const validator = new Validator(JSON.parse(read('pack.schema.json')), '2020-12', false);

  for (const { name, text, pack } of packs) {
    describe(name, () => {
      it('follows the schema', () => {
        const { valid, errors } = validator.validate(JSON.parse(text));
        assert.ok(valid, errors.map((error) => `${error.instanceLocation} ${error.error}`).join('\n'));
      });

      it('is named after its body', () => assert.equal(name, `${pack.body.id}.json`));

      it('puts each meeting, instrument, form and source on a line of its own', () => {
        const lines = text.split('\n').filter((line) => /^ {4}\{"(?:id|kind)": /.test(line));
        const { citations, meetings = [], instruments = [], sources = {} } = pack;
        assert.equal(lines.length, citations.length + meetings.length + instruments.length);
        const sourceLines = text.split('\n').filter((line) => /^ {4}"[a-z][a-z0-9-]*": \{"(?:url|note)"/.test(line));
        assert.equal(sourceLines.length, Object.keys(sources).length);
      });

      it('names its body the longest first', () => {
        for (const names of Object.values(pack.body.names)) {
          assert.deepEqual(
            names,
            [...names].sort((a, b) => b.length - a.length),
          );
        }
      });

      it('uses each source it lists, and lists each it uses', () => {
        const { articleSources = [] } = pack.body as { articleSources?: readonly string[] };
        const facts = [...(pack.meetings ?? []), ...(pack.instruments ?? [])];
        const used = new Set([...facts.flatMap((fact) => fact.sources ?? []), ...articleSources]);
        assert.deepEqual([...used].sort(), Object.keys(pack.sources ?? {}).sort());
      });

      it('knows the meeting of each instrument, each meeting once', () => {
        const ids = (pack.meetings ?? []).map((meeting) => meeting.id);
        assert.equal(new Set(ids).size, ids.length);
        const missing = (pack.instruments ?? []).filter((one) => one.meeting && !ids.includes(one.meeting));
        assert.deepEqual(missing, []);
      });

      it('reads the id and the meeting of each instrument from its number', () => {
        for (const one of pack.instruments ?? []) {
          const own = readings(pack, one.kind, one.number).filter(({ id }) => id === one.id);
          assert.ok(own[0], `${one.number} is not read as ${one.id}`);
          const { form, parts } = own[0];
          if (form.meeting) assert.equal(fillNumbers(form.meeting, parts), one.meeting, one.id);
        }
      });

      it('reads what it writes', () => {
        for (const form of pack.citations) {
          const parts = sample(form);
          const number = fill(form.writeNumber, parts).replace(/ +/g, ' ').trim();
          const ids = readings(pack, form.kind, number).map(({ id }) => id);
          assert.ok(ids.includes(fill(form.id, parts)), `${number} is not read as ${fill(form.id, parts)}`);
          assert.ok(form.write.includes(form.writeNumber), form.write);
        }
      });

      it('lists no number above a count, every number of a complete meeting, none of a planned one', () => {
        for (const meeting of pack.meetings ?? []) {
          for (const [kind, count] of Object.entries(meeting.counts ?? {})) {
            const highest = serials(pack, meeting.id, kind).at(-1) ?? 0;
            assert.ok(highest <= count.number, `${meeting.id}: ${highest} is above ${count.number}`);
          }
          for (const kind of meeting.complete ?? []) {
            const listed = serials(pack, meeting.id, kind);
            assert.deepEqual(
              listed,
              Array.from(listed, (_, i) => i + 1),
              `${meeting.id} has gaps`,
            );
            const count = meeting.counts?.[kind];
            if (count) assert.equal(listed.length, count.number, meeting.id);
          }
          const held = (pack.instruments ?? []).some((one) => one.meeting === meeting.id);
          if (meeting.planned) assert.ok(!held && !meeting.counts, meeting.id);
        }
      });

      it('writes a title as one line of plain text, without what stood around it', () => {
        for (const one of pack.instruments ?? []) {
          for (const title of [one.title, ...Object.values(one.titles ?? {}), ...(one.titleHistory ?? [])]) {
            if (title === undefined) continue;
            assert.equal(title, title.replace(/\s+/g, ' ').trim(), one.id);
            assert.doesNotMatch(title, /<\/?[a-z]|&[a-z]{2,8};|\*$|Point \d+ de l'ordre du jour/, one.id);
          }
        }
      });

      it('dates an instrument within its year', () => {
        for (const { id, date, year } of pack.instruments ?? []) {
          if (date !== undefined && year !== undefined) assert.equal(Number(date.slice(0, 4)), year, id);
        }
      });

      it('ships no instrument of which it knows a number and a date alone', () => {
        const plain = ['id', 'kind', 'number', 'meeting', 'year', 'date', 'symbol', 'sources'];
        for (const one of harvested.has(name) ? (pack.instruments ?? []) : []) {
          assert.ok(
            Object.keys(one).some((key) => !plain.includes(key)),
            one.id,
          );
        }
      });

      it('holds nothing known from memory alone', () => {
        for (const object of objectsIn(pack)) {
          for (const [key, value] of Object.entries(object)) {
            if (key.toLowerCase().endsWith('confidence')) assert.equal(value, 'inferred');
            if (key === 'note') assert.doesNotMatch(String(value), /memory/i);
          }
        }
      });
    });
  }

  it('are small enough to ship', () => {
    const all = packs.map(({ pack }) => JSON.stringify(pack)).join('\n');
    const size = gzipSync(all, { level: 9 }).length;
    assert.ok(size <= 400_000, `${size} bytes gzipped`);
  });

  it('give every instrument an id of its own', () => {
    const seen = instruments.map(({ one }) => one.id);
    assert.deepEqual(
      seen.filter((id, i) => seen.indexOf(id) !== i),
      [],
    );
  });

  it('lead only to instruments that a pack lists', () => {
    for (const { one } of instruments) {
      const { repealedBy = [], partlyRepealedBy = [], replaces = [], amendedBy = [] } = one;
      for (const link of [...repealedBy, ...partlyRepealedBy, ...replaces, ...amendedBy]) {
        assert.ok(byId.has(link.id), `${one.id} leads to ${link.id}, which is in no pack`);
        assert.notEqual(link.id, one.id);
        if (link.revision) assert.ok(get(link.id).revisions?.includes(link.revision), `${one.id}: ${link.revision}`);
      }
    }
  });

  it('cover the bodies that texts cite, of some the forms alone', () => {
    const formsOnly = packs.filter(({ pack }) => !pack.instruments).map(({ pack }) => pack.body.id);
    for (const id of ['gcf', 'itu', 'iotc', 'bern', 'undp-eb', 'un-habitat-gc']) assert.ok(formsOnly.includes(id), id);
    for (const id of formsOnly) assert.ok(packOf(id).citations.length > 0, id);
  });
});

/** Parts with the smallest values that `form` reads, as they stand in an id; what is optional is left out. */
function sample(form: CitationForm): Parts {
  const roman = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV'];
  const named = [...form.id.matchAll(/\{(\w+)\}/g)].map((found) => found[1] as string);
  const values = named.map((name): [string, string] => {
    const part = form.parts?.[name] ?? {};
    const smallest = Math.max(part.min ?? 1, 1);
    if (part.optional) return [name, ''];
    if ((part.as ?? part.type) === 'roman') return [name, roman[smallest] ?? 'XXXI'];
    return [name, String(smallest).padStart(part.digits ?? 1, '0')];
  });
  return Object.fromEntries(values);
}
