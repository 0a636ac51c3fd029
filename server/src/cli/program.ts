import { Command, CommanderError, Option } from 'commander';
import { version } from '../../../package.json';
import type { DraftOptions } from './commands/check';
import { checkDefaults } from './defaults';
import { formatNames } from './formats/index';
import { type Add, failOnOption, formatOption, withDraftOptions, withRegistryOptions } from './options';
import { addRegistry } from './registry-program';
import type { Terminal } from './terminal';

/** Does what the command line asks for. `end` is told the exit status. */
export async function runProgram(terminal: Terminal, end: (status: number) => void): Promise<void> {
  try {
    await createProgram(terminal, end).parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    end(statusOfUsage(error));
  }
}

/** The commands and options of `resolute`. */
function createProgram(terminal: Terminal, end: (status: number) => void): Command {
  const program = new Command('resolute')
    .description('Checks drafts of decisions and resolutions of multilateral environmental agreements.')
    .version(version)
    .exitOverride()
    .configureOutput({ outputError: (message) => terminal.problem(oneLine(message)) })
    .showHelpAfterError(false);
  addCheck(program, terminal, end);
  addFix(program, terminal, end);
  addParse(program, terminal, end);
  addLookup(program, terminal, end);
  addRegistry(program, terminal, end);
  addExplain(program, terminal, end);
  addRules(program, terminal, end);
  return program;
}

const PATHS = 'drafts, folders of drafts (the working folder when none is named), or - for standard input';

const addCheck: Add = (program, terminal, end) =>
  withDraftOptions(program.command('check').description('print what is wrong in drafts'))
    .argument('[path...]', PATHS)
    .addOption(formatOption(formatNames, checkDefaults.format))
    .addOption(failOnOption())
    .action(async (paths: string[], options) => {
      refuseStrayName(program, paths, options);
      const { check } = await import('./commands/check');
      end(await check(orHere(paths), options, terminal));
    });

const addFix: Add = (program, terminal, end) =>
  withDraftOptions(program.command('fix').description('mend what is safe to mend'))
    .argument('[path...]', PATHS)
    .option('--dry-run', 'print what would change as a unified diff, and write nothing')
    .addOption(failOnOption())
    .addOption(new Option('--layout').hideHelp())
    .action(async (paths: string[], options: DraftOptions & { layout?: true; dryRun?: true; failOn: 'error' }) => {
      refuseStrayName(program, paths, options);
      if (paths.includes('-') && paths.length > 1 && !options.dryRun)
        program.error(
          'error: - is mended onto standard output, where no word of other files may stand: fix them apart',
        );
      if (options.layout) program.error('error: --layout comes with a later version: leave it out');
      const { fix } = await import('./commands/fix');
      end(await fix(orHere(paths), options, terminal));
    });

const addParse: Add = (program, terminal, end) =>
  withDraftOptions(program.command('parse').description('print what is read in a draft, as JSON'))
    .argument('<file>', 'a draft, or - for standard input')
    .action(async (file: string, options) => {
      refuseStrayName(program, [file], options);
      const { parse } = await import('./commands/parse');
      end(await parse(file, options, terminal));
    });

const addLookup: Add = (program, terminal, end) =>
  withRegistryOptions(program.command('lookup').description('print what the registry knows of an instrument'))
    .argument('<query...>', 'a citation ("Resolution 11.10"), an id, or words of a title')
    .addOption(formatOption(['text', 'json'], 'text'))
    .action(async (words: string[], options) => {
      const { lookup } = await import('./commands/lookup');
      end(await lookup(words.join(' '), options, terminal));
    });

const addExplain: Add = (program, terminal, end) =>
  program
    .command('explain')
    .description('print the page of a rule')
    .argument('<rule>', 'the id of the rule')
    .action(async (id: string) => {
      const { explain } = await import('./commands/explain');
      end(await explain(id, terminal));
    });

const addRules: Add = (program, terminal, end) =>
  program
    .command('rules')
    .description('list the rules')
    .addOption(formatOption(['text', 'json'], 'text'))
    .action(async (options: { format: string }) => {
      const { rules } = await import('./commands/rules');
      end(rules(options, terminal));
    });

/** A name of standard input is of no use without it. */
function refuseStrayName(program: Command, paths: readonly string[], { stdinFilename }: DraftOptions): void {
  if (stdinFilename === undefined || paths.includes('-')) return;
  program.error('error: --stdin-filename names standard input: add - to what is read, or leave the name out');
}

const orHere = (paths: readonly string[]): readonly string[] => (paths.length > 0 ? paths : ['.']);

/** What commander says of a wrong command line, on one line, with what to do. */
function oneLine(message: string): string {
  const [fault = '', near = ''] = message
    .trim()
    .replace(/^error: /, '')
    .split('\n');
  const sentences = [fault, near.replace(/^\((Did .*)\)$/, '$1')].filter((sentence) => sentence !== '');
  const ended = sentences.map((sentence) => (/[.?]$/.test(sentence) ? sentence : `${sentence}.`));
  return [...ended, 'See "resolute --help".'].join(' ');
}

/** The exit status for what commander throws: 0 for help and version that were asked for. */
const statusOfUsage = ({ exitCode }: CommanderError): number => (exitCode === 0 ? 0 : 2);
