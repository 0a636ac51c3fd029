import type { AdoptedFile } from '../service/adopted';
import type { Service } from '../service/api';
import type { Log } from './log';
import type { Configuration } from './workspace';

/** A configuration with the facts of adopted texts added; the same object for the same two. */
export type WithFacts = (configuration: Configuration, adopted: readonly AdoptedFile[]) => Configuration;

export function withFacts(log: Log): WithFacts {
  const services = new WeakMap<readonly AdoptedFile[], WeakMap<Service, Service>>();
  const configurations = new WeakMap<Configuration, Configuration>();
  const serviceOver = (service: Service, adopted: readonly AdoptedFile[]): Service => {
    const over = services.get(adopted) ?? new WeakMap<Service, Service>();
    services.set(adopted, over);
    const made = over.get(service) ?? makeService(service, adopted, log);
    over.set(service, made);
    return made;
  };
  return (configuration, adopted) => {
    if (adopted.length === 0) return configuration;
    const service = serviceOver(configuration.service, adopted);
    const known = configurations.get(configuration);
    if (known?.service === service) return known;
    const made = { ...configuration, service };
    configurations.set(configuration, made);
    return made;
  };
}

function makeService(service: Service, adopted: readonly AdoptedFile[], log: Log): Service {
  try {
    return service.withAdopted(adopted);
  } catch (error) {
    log.failed('adding the adopted texts of the workspace', error);
    return service;
  }
}
