import { deferred, type Rest } from '../registry/deferred';
import type { Pack } from '../registry/pack';

/**
 * The built-in packs, read at the first call, so that a host pays for them only when a draft opens; their instruments
 * when one of the body is first asked for.
 */
export async function builtInPacks(): Promise<Pack[]> {
  const { heads, rests } = await import('resolute:packs');
  return (JSON.parse(heads()) as Pack[]).map((head, i) => {
    const rest = rests[i];
    return rest ? deferred(head, () => JSON.parse(rest()) as Rest) : head;
  });
}
