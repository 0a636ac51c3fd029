import { checkPacks, type PackFault } from '../../registry/check-pack';
import type { Pack } from '../../registry/pack';
import { type PackFile, readPackFiles, type ShownFault, shownFaults } from '../pack-files';
import { counted } from '../results';
import { plain, type Terminal } from '../terminal';
import { type DraftOptions, partsOf } from './check';

export interface RegistryOptions extends DraftOptions {
  readonly format: string;
}

/** What was found in one pack. */
interface Checked {
  readonly path: string;
  readonly body: string | null;
  readonly instruments: number;
  readonly faults: readonly ShownFault[];
  readonly notes: readonly ShownFault[];
}

/** Prints what is wrong in the packs at `places`, or in all packs in force. Returns the exit status: 2 with a fault. */
export async function registryCheck(places: readonly string[], options: RegistryOptions, terminal: Terminal) {
  const { packs } = await partsOf(options, terminal).projects.of(process.cwd());
  const files: readonly Named[] = places.length > 0 ? await filesOf(places, terminal) : packs.map(inForce);
  const whole = files.flatMap((one) => one.checked ?? []);
  const found = checkPacks(whole, places.length > 0 ? packs : []);
  const results = files.map(({ checked, faults, file, pack, text }): Checked => {
    const all = (checked && found[whole.indexOf(checked)]) ?? [];
    // What the good rest of a faulty pack links to may be what was left out of it.
    const own = faults.length === 0 ? all : all.filter(({ path }) => !path.some((step) => LINKING.includes(`${step}`)));
    const of = (weight: PackFault['weight']) =>
      shownFaults(
        own.filter((one) => one.weight === weight),
        text,
      );
    return {
      path: file,
      body: pack?.body.id ?? null,
      instruments: pack?.instruments?.length ?? 0,
      faults: [...faults, ...of('fault')],
      notes: of('note'),
    };
  });
  for (const { path, faults } of results) for (const fault of faults) terminal.problem(line(path, fault));
  if (options.format === 'json') terminal.print(`${JSON.stringify({ version: 1, packs: results }, null, 2)}\n`);
  else terminal.print(summary(results));
  return terminal.problems.length > 0 ? 2 : 0;
}

/** Keys of what leads to another entry of a pack. */
const LINKING: readonly string[] = [
  'repealedBy',
  'partlyRepealedBy',
  'replaces',
  'amendedBy',
  'sources',
  'articleSources',
];

type Named = Omit<PackFile, 'text'> & { readonly text?: string };

async function filesOf(places: readonly string[], { problem }: Terminal): Promise<PackFile[]> {
  const found = await Promise.all(places.map((place) => readPackFiles(place, problem)));
  return found.flat();
}

/** A pack as it is in force, of which no file is at hand. */
const inForce = (pack: Pack): Named => ({ file: pack.origin ?? pack.body.id, pack, checked: pack, faults: [] });

const line = (file: string, { path, message, position }: ShownFault): string => {
  const place = position === null ? '' : `:${position.line + 1}:${position.character + 1}`;
  return `${file}${place}: ${path}: ${message}`;
};

function summary(checked: readonly Checked[]): string {
  const notes = checked.flatMap(({ path, notes: all }) => all.map((note) => `${plain(line(path, note))}\n`));
  const faults = checked.reduce((sum, one) => sum + one.faults.length, 0);
  const total = `${counted(checked.length, 'pack')} checked: ${counted(faults, 'fault')}, ${counted(notes.length, 'note')}.\n`;
  return notes.join('') + total;
}
