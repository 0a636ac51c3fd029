// Packs of any size: the same seed gives the same pack. All of it is invented.
import { randomly } from './generate.mjs';

const heads = ['Conservation', 'Monitoring', 'Financing', 'Review', 'Mapping', 'Restoration', 'Reporting', 'Labelling'];
const things = ['harbour lamps', 'reed beds', 'tidal pools', 'night ferries', 'migratory moths', 'river gravel'];
const places = ['northern coast', 'upper valleys', 'shared lakes', 'outer islands', 'high moors', 'inland ports'];
const ways = ['by volunteers', 'in wartime', 'after floods', 'under ice', 'without delay', 'on a voluntary basis'];

/** A pack of `count` resolutions of a body that numbers "HL-12/345", each with a title; every tenth is repealed. */
export function packOf({ count, seed = 1 }) {
  const random = randomly(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const instruments = Array.from({ length: count }, (_, i) => {
    const number = `HL-${Math.floor(i / 1000) + 1}/${(i % 1000) + 1}`;
    const word = Math.floor(random() * 5000).toString(36);
    const title = `${pick(heads)} of ${pick(things)} of the ${pick(places)} ${pick(ways)} (plan ${word})`;
    const status = random() < 0.1 ? 'repealed' : 'in-force';
    return { id: number, kind: 'resolution', number, title, status, asOf: 'Council 100', sources: ['register'] };
  });
  return {
    version: 1,
    body: { id: 'harbours', name: 'League of Harbours', organ: 'Council', names: { en: ['League of Harbours'] } },
    citations: [
      {
        kind: 'resolution',
        id: 'HL-{meeting}/{serial}',
        alone: ['HL-{meeting}/{serial}'],
        write: 'resolution HL-{meeting}/{serial}',
        writeNumber: 'HL-{meeting}/{serial}',
      },
    ],
    instruments,
    sources: { register: { note: 'An invented register.' } },
  };
}
