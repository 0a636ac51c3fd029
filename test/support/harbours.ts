import type { Pack } from '../../server/src/registry/pack';
import type { Service } from '../../server/src/service/api';
import { createService } from '../../server/src/service/service';

/** A pack of an invented body, of whose first meeting every resolution is listed. */
export const harbours: Pack = {
  version: 1,
  body: {
    id: 'harbours',
    name: 'League of Harbours',
    organ: 'Assembly of the League of Harbours',
    names: { en: ['League of Harbours'] },
  },
  citations: [
    {
      kind: 'resolution',
      id: 'HL-{meeting}/{serial}',
      alone: ['HL-{meeting}/{serial}'],
      meeting: 'M{meeting}',
      write: 'resolution HL-{meeting}/{serial}',
      writeNumber: 'HL-{meeting}/{serial}',
    },
  ],
  meetings: [
    { id: 'M1', name: 'First meeting', ordinal: 1, year: 2001, complete: ['resolution'], sources: ['minutes'] },
    { id: 'M2', name: 'Second meeting', ordinal: 2, year: 2004, sources: ['minutes'] },
  ],
  instruments: [
    {
      id: 'HL-1/1',
      kind: 'resolution',
      number: 'HL-1/1',
      title: 'Lanterns of harbours',
      meeting: 'M1',
      status: 'in-force',
      url: 'https://harbours.example/1-1',
      sources: ['minutes'],
    },
    {
      id: 'HL-1/2',
      kind: 'resolution',
      number: 'HL-1/2',
      title: 'Bells and foghorns',
      meeting: 'M1',
      status: 'in-force',
      url: 'javascript:alert(1)',
      sources: ['minutes'],
    },
    {
      id: 'HL-1/3',
      kind: 'resolution',
      number: 'HL-1/3',
      title: 'Dredging',
      meeting: 'M1',
      status: 'repealed',
      sources: ['minutes'],
    },
  ],
  sources: { minutes: { note: 'Minutes of the first meeting' } },
};

let made: Service | undefined;

/** The service over that pack alone. */
export function harboursService(): Service {
  made ??= createService({ packs: [harbours] });
  return made;
}

/** An adopted text of the invented body. */
export const adopted = (number: string, paragraph: string) => `---
body: harbours
status: adopted
---
# Resolution ${number}

# Quays and piers

Adopted by the Assembly of the League of Harbours at its 2nd meeting

*The Assembly of the League of Harbours*,

1. ${paragraph}
`;
/** One that repeals HL-1/2. */
export const repealing = adopted('HL-2/1', '*Repeals* resolution HL-1/2;');
/** A draft that cites that instrument and this text. */
export const draft = `---
body: harbours
---
# Draft resolution on buoys

*The Assembly of the League of Harbours*,

1. *Recalls* resolutions HL-1/2 and HL-2/1;

2. *Requests* the Secretariat to buy lamps.
`;
