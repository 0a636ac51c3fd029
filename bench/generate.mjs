// Makes drafts of any size: the same seed gives the same text. All of it is invented, save the numbers of the citations.

/** Numbers from 0 to 1, evenly spread, the same for the same seed (mulberry32). */
export function randomly(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const preambular = [
  'Recalling',
  'Recalling also',
  'Noting',
  'Noting with concern',
  'Recognizing',
  'Welcoming',
  'Aware of',
];
const operative = ['Urges', 'Requests', 'Also requests', 'Invites', 'Encourages', 'Calls upon', 'Decides', 'Notes'];
const actors = [
  'Parties',
  'the Secretariat',
  'the Scientific Council',
  'range States',
  'the Standing Committee',
  'donors',
];
const acts = [
  'to map',
  'to survey',
  'to restore',
  'to report on',
  'to finance',
  'to review',
  'to safeguard',
  'to count',
];
const things = [
  'the resting places along the northern coast',
  'the crossings of railways and rivers – culverts included –',
  'the nurseries of rays and sharks in shallow water',
  'the ponds that fall dry before the young have fledged',
  'the lamps that draw moths and bats away from their paths',
  'the “quiet months” agreed with the ferries of Curaçao',
];
const ends = [
  'by its next meeting',
  'as funds allow',
  'together with its neighbours',
  'every third year',
  'without delay',
];
const citations = [
  'Resolution 7.9',
  'Resolution 11.10 (Rev.COP13)',
  'Resolution 12.4',
  'Resolution 10.3 and Resolution 9.7',
  'Decision 13.25',
  'UNEP/CMS/Resolution 12.3',
  'UNEP/CMS/COP14/Doc.21',
];

/** A draft resolution of about `bytes` bytes of UTF-8, with some faults: numbers, italics, citations. */
export function draft({ bytes, seed = 1 }) {
  const random = randomly(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const chance = (share) => random() < share;
  const lines = ['# Draft Resolution on places to rest', '', 'UNEP/CMS/COP15/CRP.7', ''];
  let size = lines.join('\n').length;
  const add = (line) => {
    lines.push(line, '');
    size += Buffer.byteLength(line) + 2;
  };
  const verb = (words) => (chance(0.02) ? words : `*${words}*`);
  const clause = () =>
    `${pick(acts)} ${pick(things)} ${pick(ends)}${chance(0.3) ? `, in the light of ${pick(citations)}` : ''}`;

  while (size < bytes * 0.25)
    add(`${verb(pick(preambular))} ${pick(citations)} and what it asks of ${pick(actors)} ${clause()},`);
  add('*The Conference of the Parties to the Convention on the Conservation of Migratory Species of Wild Animals*');
  for (let number = 1; size < bytes; number++) {
    if (chance(0.01)) number++;
    const opening = `${number}. ${verb(pick(operative))} ${pick(actors)}`;
    if (chance(0.2)) {
      add(`${opening}, ${pick(ends)}:`);
      for (const letter of 'abcd'.slice(0, 2 + Math.floor(random() * 3))) add(`   (${letter}) ${clause()};`);
    } else {
      add(`${opening} ${clause()}${chance(0.1) ? ` [and ${clause()}]` : ''};`);
    }
  }
  return `${lines.join('\n')}\n`;
}
