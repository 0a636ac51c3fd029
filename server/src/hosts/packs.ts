import type { Pack } from '../registry/pack';

/** The built-in packs. Parsed at the first call, so that a host pays for them only when a draft opens. */
export async function builtInPacks(): Promise<Pack[]> {
  const { default: texts } = await import('resolute:packs');
  return texts.map((text) => JSON.parse(text) as Pack);
}
