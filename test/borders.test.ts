import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { type Import, importsBelow, root } from './support/imports';

const CORE = ['text', 'structure', 'citations', 'registry', 'rules', 'service'] as const;
const DATA = /^data\/[a-z]+\.[a-z]{2}\.json$/;

/** What each folder of the server may import of the project: folders of the server, and files outside it. */
const MAY: Readonly<Record<string, { readonly folders: readonly string[]; readonly files?: RegExp }>> = {
  text: { folders: [] },
  structure: { folders: ['text'], files: DATA },
  citations: { folders: ['text', 'structure'] },
  registry: {
    folders: ['text', 'structure', 'citations'],
    files: /^(registry\/pack\.schema|data\/document-sites)\.json$/,
  },
  rules: {
    folders: ['text', 'structure', 'citations', 'registry'],
    files: /^data\/(?:house-styles|[a-z]+\.[a-z]{2})\.json$/,
  },
  service: { folders: ['text', 'structure', 'citations', 'registry', 'rules'], files: DATA },
  protocol: { folders: [...CORE, 'update'] },
  update: { folders: ['text', 'structure', 'citations', 'registry'] },
  hosts: { folders: [...CORE, 'update', 'protocol'], files: /^package\.json$/ },
  cli: { folders: [...CORE, 'update', 'hosts'], files: /^package\.json$/ },
};

/** What the client shares with the server: their own requests, the reader of project files, and how labels are counted. */
const SHARED_WITH_CLIENT = [
  'server/src/protocol/custom',
  'server/src/service/config-file',
  'server/src/service/config-names',
  'server/src/structure/numerals',
];
const CLIENT_PACKAGES = /^(?:vscode|vscode-languageclient(?:\/(?:node|browser))?)$/;

const isBuiltIn = (name: string): boolean =>
  name.startsWith('node:') || builtinModules.includes(name.split('/')[0] ?? '');
const isEditor = (name: string): boolean => name.startsWith('vscode');
const folderOf = (target: string): string | undefined => /^server\/src\/([^/]+)\//.exec(target)?.[1];
const shown = ({ file, specifier }: Import): string => `${file} imports ${specifier}`;

const imports = Object.fromEntries(Object.keys(MAY).map((folder) => [folder, importsBelow(`server/src/${folder}`)]));

describe('The borders of the architecture', () => {
  it('are drawn for every folder of the server', () => {
    const folders = readdirSync(path.join(root, 'server', 'src'), { withFileTypes: true });
    assert.deepEqual(folders.map(({ name }) => name).sort(), Object.keys(MAY).sort());
  });

  it('see imports of every kind', () => {
    const read = imports.structure?.filter(({ file }) => file.endsWith('/words.ts')).map(({ target }) => target);
    assert.ok(read?.includes('data/verbs.en.json') && read.includes('server/src/structure/lexicon'));
    const dynamic = importsBelow('server/src/hosts').map(({ specifier }) => specifier);
    assert.ok(dynamic.includes('resolute:packs'));
  });

  for (const [folder, { folders, files }] of Object.entries(MAY)) {
    it(`let server/src/${folder} import ${[...folders, ...(files ? [String(files)] : [])].join(', ') || 'nothing'}`, () => {
      const wrong = (imports[folder] as Import[]).filter(({ target }) => {
        if (target === null) return false;
        const other = folderOf(target);
        return other === undefined ? !files?.test(target) : other !== folder && !folders.includes(other);
      });
      assert.deepEqual(wrong.map(shown), []);
    });
  }

  for (const folder of CORE) {
    it(`keep Node and editors out of server/src/${folder}`, () => {
      const wrong = (imports[folder] as Import[]).filter(
        ({ specifier }) => isBuiltIn(specifier) || isEditor(specifier),
      );
      assert.deepEqual(wrong.map(shown), []);
    });
  }

  it('keep Node out of the protocol, which is given a host', () => {
    const wrong = imports.protocol?.filter(
      ({ specifier }) => isBuiltIn(specifier) || specifier === 'vscode-languageserver/node',
    );
    assert.deepEqual(wrong?.map(shown), []);
  });

  it('keep the editor’s protocol out of the command line', () => {
    assert.deepEqual(imports.cli?.filter(({ specifier }) => isEditor(specifier)).map(shown), []);
  });

  it('let the client import the editor, and of the server only what both ends share', () => {
    const wrong = importsBelow('client/src').filter(({ specifier, target }) =>
      target === null
        ? !CLIENT_PACKAGES.test(specifier)
        : !target.startsWith('client/src/') && !SHARED_WITH_CLIENT.includes(target),
    );
    assert.deepEqual(wrong.map(shown), []);
  });

  it('let nothing of the server import the client', () => {
    const wrong = Object.values(imports)
      .flat()
      .filter(({ target }) => target?.startsWith('client/'));
    assert.deepEqual(wrong.map(shown), []);
  });

  it('leave no circle of folders', () => {
    const next = new Map(
      Object.entries(imports).map(([folder, list]) => [
        folder,
        new Set(list.flatMap(({ target }) => (target && folderOf(target)) ?? []).filter((other) => other !== folder)),
      ]),
    );
    const circleFrom = (folder: string, way: readonly string[]): string | undefined => {
      if (way.includes(folder)) return [...way, folder].join(' → ');
      for (const other of next.get(folder) ?? []) {
        const circle = circleFrom(other, [...way, folder]);
        if (circle) return circle;
      }
      return undefined;
    };
    assert.deepEqual(
      Object.keys(MAY).flatMap((folder) => circleFrom(folder, []) ?? []),
      [],
    );
  });
});
