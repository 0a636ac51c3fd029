import { type FormsIndex, idOf } from '../../server/src/citations/forms-index';
import { readAfter, readAlone } from '../../server/src/citations/readings';
import type { Instrument, Meeting, Pack } from '../../server/src/registry/pack';
import { createRegistry, type Registry } from '../../server/src/registry/registry';
import { type Standing, standingOf } from '../../server/src/registry/standing';
import type { Moment } from '../../server/src/registry/time';

/** A body that numbers like CMS, at meetings COP1 to COP5 (2001, 2004, … 2013) and COP6 still to come. */
export const lamps = (instruments: readonly Instrument[], more: Partial<Pack> = {}): Pack => ({
  version: 1,
  body: {
    id: 'lamps',
    name: 'Convention on Lamps',
    organ: 'Conference of the Parties',
    names: { en: ['Convention on Lamps'] },
  },
  citations: [
    {
      kind: 'resolution',
      id: 'LAMPS/RES/{meeting}.{serial}',
      after: ['{meeting}.{serial}'],
      meeting: 'COP{meeting}',
      write: 'Resolution {meeting}.{serial}',
      writeNumber: '{meeting}.{serial}',
    },
    {
      kind: 'decision',
      id: 'LAMPS/DEC/{meeting}.{serial}',
      after: ['{meeting}.{serial}'],
      meeting: 'COP{meeting}',
      write: 'Decision {meeting}.{serial}',
      writeNumber: '{meeting}.{serial}',
    },
  ],
  revision: { read: ['(Rev. COP{meeting})', '(Rev.)'], write: '(Rev.COP{meeting})', id: 'COP{meeting}' },
  meetings: meetings(),
  instruments,
  ...more,
});

/** The meetings of the body, those in `more` with further facts. */
export const meetings = (more: Readonly<Record<string, Partial<Meeting>>> = {}): Meeting[] =>
  [1, 2, 3, 4, 5, 6].map((ordinal) => ({
    id: `COP${ordinal}`,
    name: `Meeting ${ordinal}`,
    ordinal,
    ...(ordinal < 6 ? { year: 1998 + 3 * ordinal } : { planned: true }),
    ...more[`COP${ordinal}`],
  }));

export const resolution = (number: string, more: Partial<Instrument> = {}): Instrument => ({
  id: `LAMPS/RES/${number}`,
  kind: 'resolution',
  number,
  meeting: `COP${number.split('.')[0]}`,
  year: 1998 + 3 * Number(number.split('.')[0]),
  ...more,
});

/** A body of other meetings, and years of its own. */
export const mirrors: Pack = {
  version: 1,
  body: {
    id: 'mirrors',
    name: 'Protocol on Mirrors',
    organ: 'Meeting of the Parties',
    names: { en: ['Protocol on Mirrors'] },
  },
  citations: [
    {
      kind: 'decision',
      id: 'M-{meeting}/{serial}',
      alone: ['M-{meeting}/{serial}'],
      meeting: 'MOP{meeting}',
      write: 'decision M-{meeting}/{serial}',
      writeNumber: 'M-{meeting}/{serial}',
    },
  ],
  meetings: [{ id: 'MOP1', name: 'Meeting 1', ordinal: 1, year: 2010 }],
  instruments: [{ id: 'M-1/1', kind: 'decision', number: 'M-1/1', meeting: 'MOP1', year: 2010 }],
};

/** A moment of the lamps convention: "COP4", or the year 2012. */
export const at = (when: string | number): Moment => {
  const year = typeof when === 'number' ? when : 1998 + 3 * Number(when.replace(/\D/g, ''));
  return { body: 'lamps', meeting: typeof when === 'string' ? when : null, year };
};

function readingOf(forms: FormsIndex, text: string) {
  const [noun, ...rest] = text.split(' ');
  const number = rest.join(' ');
  const kind = noun?.toLowerCase() as 'resolution' | 'decision';
  return [...readAfter(forms, kind, number, 0), ...readAlone(forms, number, 0)][0];
}

/** The standing of a citation such as "Resolution 3.1", with `revision` when one is written. */
export function standing(
  registry: Registry,
  text: string,
  moment: Moment | null = null,
  revision: string | null = null,
): Standing {
  const reading = readingOf(registry.forms, text);
  if (!reading) throw new Error(`${text} cannot be read`);
  const { series, parts } = reading;
  const cited = {
    instrument: idOf(reading),
    body: series.body,
    kind: series.form.kind,
    series,
    parts,
    revision,
    others: [],
  };
  return standingOf(registry, cited, moment);
}

/** A registry of the lamps convention with these instruments. */
export const world = (...instruments: Instrument[]): Registry => createRegistry([lamps(instruments), mirrors]);
