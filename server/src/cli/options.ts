import { type Command, InvalidArgumentError, Option } from 'commander';
import { severities } from '../rules/rule';
import { listed, suggestion } from '../service/nearest';
import { formatNames } from './formats/index';
import type { Terminal } from './terminal';

/** Adds a command to a program. `end` is told the exit status. */
export type Add = (program: Command, terminal: Terminal, end: (status: number) => void) => void;

/** Formats that the interface names and later versions bring. */
const LATER: readonly string[] = ['github', 'junit'];

export const withDraftOptions = (command: Command): Command =>
  withRegistryOptions(command).option('--stdin-filename <name>', 'the name that standard input goes by');

export const withRegistryOptions = (command: Command): Command =>
  command
    .option(
      '--registry <path>',
      'add a registry pack or a folder of packs; may be repeated',
      (place, before: string[] = []) => [...before, place],
    )
    .option('--config <path>', 'take this project file instead of any .resolute.yaml or .resolute.json');

export const formatOption = (names: readonly string[], first: string): Option =>
  new Option('--format <name>', `how to print: ${listed(names)}`).default(first).argParser((name: string) => {
    if (names.includes(name)) return name;
    const later = LATER.includes(name) && names === formatNames;
    throw new InvalidArgumentError(
      later ? `It comes with a later version. There are ${listed(names)}.` : suggestion(name, names).trim(),
    );
  });

export const failOnOption = (): Option =>
  new Option('--fail-on <severity>', `end with status 1 from this severity on: ${listed(severities)}`)
    .default('error')
    .argParser((name: string) => {
      if ((severities as readonly string[]).includes(name)) return name;
      throw new InvalidArgumentError(suggestion(name, severities).trim());
    });
