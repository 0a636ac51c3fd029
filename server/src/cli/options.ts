import { type Command, InvalidArgumentError, Option } from 'commander';
import { severities } from '../rules/rule';
import { listed, suggestion } from '../service/nearest';
import { checkDefaults } from './defaults';
import type { Terminal } from './terminal';

/** Adds a command to a program. `end` is told the exit status. */
export type Add = (program: Command, terminal: Terminal, end: (status: number) => void) => void;

export const withDraftOptions = (command: Command): Command =>
  withRegistryOptions(command).addOption(
    new Option('--stdin-filename <name>', 'the name that standard input goes by').argParser(once((name) => name)),
  );

export const withRegistryOptions = (command: Command): Command =>
  command
    .option(
      '--registry <path>',
      'add a registry pack or a folder of packs; may be repeated',
      (place, before: string[] = []) => [...before, place],
    )
    .addOption(
      new Option('--config <path>', 'take this project file instead of any .resolute.yaml or .resolute.json').argParser(
        once((place) => place),
      ),
    );

export const formatOption = (names: readonly string[], first: string): Option =>
  new Option('--format <name>', `how to print: ${listed(names)}`).default(first).argParser(once(oneOf(names)));

export const failOnOption = (): Option =>
  new Option('--fail-on <severity>', `end with status 1 from this severity on: ${listed(severities)}`)
    .default(checkDefaults.failOn)
    .argParser(once(oneOf(severities)));

const oneOf =
  (names: readonly string[]) =>
  (name: string): string => {
    if (names.includes(name)) return name;
    throw new InvalidArgumentError(suggestion(name, names).trim());
  };

/** Refuses an option that is given again with another value: one of the two would be lost unseen. */
function once(read: (value: string) => string): (value: string) => string {
  let given: string | undefined;
  return (value) => {
    if (given !== undefined && given !== value) {
      throw new InvalidArgumentError(`It was "${given}" before: give it once.`);
    }
    given = value;
    return read(value);
  };
}
