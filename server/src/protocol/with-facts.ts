import type { AdoptedFile } from '../service/adopted';
import type { Service } from '../service/api';
import type { Host } from './host';
import type { Log } from './log';
import type { Configuration } from './workspace';

/** A configuration with the facts of adopted texts added; the same object for the same two. */
export type WithFacts = (configuration: Configuration, adopted: readonly AdoptedFile[]) => Promise<Configuration>;

export function withFacts(log: Log, host: Pick<Host, 'soon'>): WithFacts {
  const services = new WeakMap<readonly AdoptedFile[], WeakMap<Service, Promise<Service>>>();
  const configurations = new WeakMap<Configuration, Configuration>();
  const serviceOver = (service: Service, adopted: readonly AdoptedFile[]): Promise<Service> => {
    const over = services.get(adopted) ?? new WeakMap<Service, Promise<Service>>();
    services.set(adopted, over);
    const made = over.get(service) ?? makeService(service, adopted, log, host);
    over.set(service, made);
    return made;
  };
  return async (configuration, adopted) => {
    if (adopted.length === 0) return configuration;
    const service = await serviceOver(configuration.service, adopted);
    const known = configurations.get(configuration);
    if (known?.service === service) return known;
    const made = { ...configuration, service, bare: configuration };
    configurations.set(configuration, made);
    return made;
  };
}

/** Milliseconds worked without a pause. */
const turn = 4;

/** The service over the facts of `adopted`, of which there may be thousands: what the editor asks meanwhile has its turns. */
async function makeService(
  service: Service,
  adopted: readonly AdoptedFile[],
  log: Log,
  host: Pick<Host, 'soon'>,
): Promise<Service> {
  try {
    const steps = service.addAdopted(adopted);
    let end = performance.now() + turn;
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      if (performance.now() < end) continue;
      await new Promise<void>((go) => host.soon(go));
      end = performance.now() + turn;
    }
  } catch (error) {
    log.failed('adding the adopted texts of the workspace', error);
    return service;
  }
}
