// Makes drafts of any size, and folders of them: the same seed gives the same text. All of it is invented, save the
// numbers of the citations in single drafts.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

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

const places = ['places to rest', 'quiet nights', 'the counting of terns', 'ponds and ditches', 'lamps along coasts'];
const draftFront = { title: 'Draft Resolution on places to rest', lines: ['UNEP/CMS/COP15/CRP.7'] };

/**
 * A resolution of about `bytes` bytes of UTF-8, with some faults: numbers, italics, citations. `front`: its title and
 * what stands below; `cited`: what it may cite; `repealed`: what it says that it repeals.
 */
export function draft({ bytes, seed = 1, front = draftFront, cited = citations, repealed }) {
  const random = randomly(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const chance = (share) => random() < share;
  const lines = [`# ${front.title}`, '', ...front.lines.flatMap((line) => [line, ''])];
  let size = Buffer.byteLength(lines.join('\n'));
  const add = (line) => {
    lines.push(line, '');
    size += Buffer.byteLength(line) + 2;
  };
  const verb = (words) => (chance(0.02) ? words : `*${words}*`);
  const clause = () =>
    `${pick(acts)} ${pick(things)} ${pick(ends)}${chance(0.3) ? `, in the light of ${pick(cited)}` : ''}`;

  while (size < bytes * 0.25)
    add(`${verb(pick(preambular))} ${pick(cited)} and what it asks of ${pick(actors)} ${clause()},`);
  add('*The Conference of the Parties to the Convention on the Conservation of Migratory Species of Wild Animals*');
  let number = 1;
  for (; size < bytes; number++) {
    if (chance(0.01)) number++;
    const opening = `${number}. ${verb(pick(operative))} ${pick(actors)}`;
    if (chance(0.2)) {
      add(`${opening}, ${pick(ends)}:`);
      for (const letter of 'abcd'.slice(0, 2 + Math.floor(random() * 3))) add(`   (${letter}) ${clause()};`);
    } else {
      add(`${opening} ${clause()}${chance(0.1) ? ` [and ${clause()}]` : ''};`);
    }
  }
  if (repealed) add(`${number}. *Decides* that the present Resolution repeals ${repealed}.`);
  return `${lines.join('\n')}\n`;
}

/** "21st" */
function ordinal(number) {
  const teens = number % 100 > 10 && number % 100 < 14;
  return `${number}${(teens ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]) ?? 'th'}`;
}

/**
 * The files of a folder of `files` adopted resolutions of about 10 kB, one after another: each with its path in the
 * folder, and its text. They cite one another; every fourth repeals an earlier one. Their meetings are invented.
 */
export function* world({ files, seed = 1 }) {
  const random = randomly(seed);
  // no later than the 60th, beyond which a number is read as none of this body's
  const perMeeting = Math.max(40, Math.ceil(files / 40));
  const numberOf = (i) => `${21 + Math.floor(i / perMeeting)}.${1 + (i % perMeeting)}`;
  for (let i = 0; i < files; i++) {
    const other = () => `Resolution ${numberOf(Math.floor(random() * files))}`;
    const number = numberOf(i);
    const meeting = number.split('.')[0];
    const front = {
      title: `The ${places[i % places.length]} (plan ${i + 1})`,
      lines: [
        `UNEP/CMS/Resolution ${number}`,
        `Adopted by the Conference of the Parties at its ${ordinal(Number(meeting))} Meeting (Lakeside, May ${1900 + Number(meeting)})`,
      ],
    };
    const text = draft({
      bytes: Math.round(10_000 * (0.5 + random())),
      seed: seed * 100_003 + i,
      front,
      cited: Array.from({ length: 12 }, other),
      ...(i > 0 && i % 4 === 0 && { repealed: `Resolution ${numberOf(Math.floor(random() * i))}` }),
    });
    yield { path: `meeting-${meeting}/resolution-${number}.resolution.md`, text };
  }
}

/** Writes such files into a folder; gives their size in bytes of UTF-8. */
export async function writeWorld(folder, options) {
  let bytes = 0;
  for (const { path: file, text } of world(options)) {
    const target = path.join(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}
