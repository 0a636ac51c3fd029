// The peers that run inside Node. Each loads a function that gives the number of findings in a text.

export const peers = {
  markdownlint: async () => {
    const { lint } = await import('markdownlint/sync');
    return (text) => lint({ strings: { text }, config: { default: true } }).text.length;
  },
  'remark-lint': async () => {
    const { remark } = await import('remark');
    const { VFile } = await import('vfile');
    const { default: recommended } = await import('remark-preset-lint-recommended');
    const processor = remark().use(recommended).freeze();
    return async (text) => {
      const file = new VFile({ path: 'draft.md', value: text });
      await processor.run(processor.parse(file), file);
      return file.messages.length;
    };
  },
  'Markdown language service': async () => (await import('./language-service.mjs')).checker(),
  'harper.js': async () => {
    const { LocalLinter } = await import('harper.js');
    const { binary } = await import('harper.js/binary');
    const linter = new LocalLinter({ binary });
    await linter.setup();
    return async (text) => (await linter.lint(text, { language: 'markdown' })).length;
  },
};
