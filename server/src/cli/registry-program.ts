import { type Add, formatOption, withRegistryOptions } from './options';

const FORMATS = ['text', 'json'];

/** The commands of `resolute registry`. */
export const addRegistry: Add = (program, terminal, end) => {
  const registry = program.command('registry').description('list, check and update what the registry knows');
  addList(registry, terminal, end);
  addCoverage(registry, terminal, end);
  addCheck(registry, terminal, end);
  addUpdate(registry, terminal, end);
  addImport(registry, terminal, end);
};

const addList: Add = (registry, terminal, end) =>
  withRegistryOptions(registry.command('list').description('list the bodies, or the instruments of one'))
    .argument('[body]', 'the id of a body, such as cms')
    .addOption(formatOption(FORMATS, 'text'))
    .action(async (body: string | undefined, options) => {
      const { registryList } = await import('./commands/registry-list');
      end(await registryList(body, options, terminal));
    });

const addCoverage: Add = (registry, terminal, end) =>
  withRegistryOptions(registry.command('coverage').description('print how much the registry knows of each body'))
    .addOption(formatOption(FORMATS, 'text'))
    .action(async (options) => {
      const { registryCoverage } = await import('./commands/registry-coverage');
      end(await registryCoverage(options, terminal));
    });

const addCheck: Add = (registry, terminal, end) =>
  withRegistryOptions(registry.command('check').description('print what is wrong in registry packs'))
    .argument('[pack...]', 'packs or folders of packs (all packs in force when none is named)')
    .addOption(formatOption(FORMATS, 'text'))
    .action(async (places: string[], options) => {
      const { registryCheck } = await import('./commands/registry-check');
      end(await registryCheck(places, options, terminal));
    });

const addImport: Add = (registry, terminal, end) =>
  withRegistryOptions(
    registry.command('import-informea').description('make a pack of a decisions feed of the InforMEA API'),
  )
    .argument('<file|url>', 'a feed in OData JSON or Atom')
    .option('--out <file>', 'write the pack there instead of printing it')
    .option('--body <id>', 'the body whose decisions these are')
    .action(async (place: string, options) => {
      const { registryImport } = await import('./commands/registry-import');
      end(await registryImport(place, options, terminal));
    });

const addUpdate: Add = (registry, terminal, end) =>
  registry
    .command('update')
    .description('fetch the packs of registry.sources')
    .option('--sources <url...>', 'fetch these packs instead')
    .option('--into <folder>', 'keep them there instead of in your own folder of packs')
    .option('--config <path>', 'take this project file instead of .resolute.yaml')
    .addOption(formatOption(FORMATS, 'text'))
    .action(async (options) => {
      const { registryUpdate } = await import('./commands/registry-update');
      end(await registryUpdate(options, terminal));
    });
