// Resolute in one process: a bundle of its own modules (bench/product.mjs) at `product`.
import { createRequire } from 'node:module';

const options = { settings: { rules: {} }, forced: true };

async function serviceOf(product) {
  const { builtInPacks, createService } = createRequire(import.meta.url)(product);
  return createService({ packs: await builtInPacks() });
}

export const own = {
  /** Every check is handed the text and nothing else. */
  'Resolute, whole': async (product) => {
    const service = await serviceOf(product);
    return { check: (text) => service.analyse(text, options).findings.length };
  },
  /** Every check is handed the analysis before it too. `whole` says what a check without that finds. */
  'Resolute, again': async (product) => {
    const service = await serviceOf(product);
    if (service.analyse.length < 3) throw new Error('this build keeps nothing between two checks');
    let before;
    const check = (text) => {
      before = service.analyse(text, options, before);
      return before.findings.length;
    };
    return { check, whole: (text) => service.analyse(text, options).findings.length };
  },
};
