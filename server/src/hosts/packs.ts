import { deferred, type Rest } from '../registry/deferred';
import type { Pack } from '../registry/pack';

/**
 * The built-in packs, read at the first call, so that a host pays for them only when a draft opens; their instruments
 * when one of the body is first asked for.
 */
export async function builtInPacks(): Promise<Pack[]> {
  const { default: texts } = await import('resolute:packs');
  return Array.from({ length: texts.length / 2 }, (_, i) => {
    const head = JSON.parse((texts[2 * i] as () => string)()) as Pack;
    const rest = (texts[2 * i + 1] as () => string)();
    return rest === '' ? head : deferred(head, () => JSON.parse(rest) as Rest);
  });
}
