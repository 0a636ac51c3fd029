import { TextDocument } from 'vscode-languageserver-textdocument';
import cms from '../../registry/cms.json';
import { github } from '../../server/src/cli/formats/github';
import { json } from '../../server/src/cli/formats/json';
import { junit } from '../../server/src/cli/formats/junit';
import { sarif } from '../../server/src/cli/formats/sarif';
import { stylish } from '../../server/src/cli/formats/stylish';
import { resultOf } from '../../server/src/cli/results';
import { codeActions } from '../../server/src/protocol/code-actions';
import { toDiagnostic, toRange } from '../../server/src/protocol/convert';
import { minimalEdits } from '../../server/src/protocol/minimal-edits';
import type { Reading } from '../../server/src/protocol/open-drafts';
import { createTokensKept } from '../../server/src/protocol/semantic-tokens';
import { readPack } from '../../server/src/registry/read-pack';
import { rules } from '../../server/src/rules/index';
import type { Analysis } from '../../server/src/service/api';
import { readConfigFile } from '../../server/src/service/config-file';
import { createService } from '../../server/src/service/service';
import { parse } from '../../server/src/structure/parse';
import { splitLines } from '../../server/src/text/lines';
import { everyFeature } from '../support/features';
import { serviceOverPacks } from '../support/service';
import { under } from './weights';

const service = serviceOverPacks();
/** A search goes through all that is known for each word of a query: with little known, long queries can be counted. */
const small = createService({ packs: [{ ...cms, instruments: cms.instruments.slice(0, 20), sources: {} }] as never });
const options = { settings: { rules: {} }, forced: true };
/** What is being typed where completion is asked for: the answer is the same whatever stands above. */
const TYPED = '\n\nSee Resolution 7.';
const whole = (text: string) => ({ start: 0, end: text.length });
const FORMATS = { github, json, junit, sarif, stylish };

/** Puts what each rule and its mends do on its own account. */
export function ownAccounts(): void {
  for (const rule of rules) {
    const { check } = rule;
    const own = (context: never, given: never) =>
      under(`rule ${rule.id}`, () =>
        [...check(context, given)].map((report) => {
          const { fixes } = report;
          return fixes ? { ...report, fixes: () => under(`mends of ${rule.id}`, fixes) } : report;
        }),
      );
    Object.defineProperty(rule, 'check', { value: own });
  }
}

/** Gives `text` to every reader there is. */
export function readAll(text: string): void {
  under('parse', () => parse(text, { forced: true }));
  under('parse what may be no draft', () => parse(text));
  const analysis = under('analyse', () => service.analyse(text, options));
  askAll(text, analysis);
  outputs(analysis);
  const mended = under('fix all', () => service.fixAll(text, options));
  under('minimal edits', () => minimalEdits(text, mended));
  under('minimal edits to another text', () => minimalEdits(text, `${text.slice(0, 100)}\n${text.slice(200)}\nx`));
  under('settings file', () => readConfigFile(text));
  under('settings file of rules', () => readConfigFile(`rules:\n  draft-head: ${text}`));
  under('pack', () => readPack(text));
  under('pack with a title', () => readPack(packOf(text)));
}

function askAll(text: string, analysis: Analysis): void {
  under('hover', () => service.hover(analysis, text.length));
  under('citation at', () => service.citedAt(analysis, text.length));
  const typed = service.analyse(text + TYPED, options);
  under('completion', () => service.complete(typed, typed.draft.text.length));
  under('facts', () => service.facts(analysis));
  under('status', () => service.status(analysis, options.settings));
  under('links', () => service.links(analysis));
  under('cited', () => service.cited(analysis));
  under('adopted text', () => service.adopted(analysis));
  under('look-up', () => small.lookup(text));
  under('find', () => small.find(text));
}

function outputs(analysis: Analysis): void {
  const { draft } = analysis;
  const result = under('places of findings', () => resultOf('a.decision.md', analysis));
  const parts = { paint: (_: unknown, text: string) => text, problems: [], failOn: 'error' as const };
  for (const [name, format] of Object.entries(FORMATS)) under(`format ${name}`, () => format([result], parts));
  const place = {
    uri: 'file:///a.decision.md',
    lines: draft.lines,
    features: everyFeature,
    rulePages: 'https://a.example/',
  };
  under('diagnostics', () => analysis.findings.map((finding) => toDiagnostic(finding, place)));
  const document = TextDocument.create(place.uri, 'decision', 1, draft.text);
  const configuration = { settings: options.settings, service } as Reading['configuration'];
  const reading: Reading = { document, version: 1, configuration, service, options, analysis, resultId: '1' };
  const range = toRange(draft.lines, whole(draft.text));
  under('code actions', () =>
    codeActions(reading, { textDocument: place, range, context: { diagnostics: [] } }, place),
  );
  const tokens = createTokensKept();
  const known = under('tokens', () => tokens.whole(reading));
  under('tokens of a stretch', () => tokens.within(reading, range));
  const changed: Reading = { ...reading, analysis: service.analyse(`x${draft.text}`, options, analysis) };
  under('changed tokens', () => tokens.changes(changed, known.resultId as string));
  under('lines', () => splitLines(draft.text));
}

/** A pack with `text` in its values, and as many instruments as it has lines. */
function packOf(text: string): string {
  const instruments = text
    .split('\n')
    .map((title, index) => ({ id: `CMS/Resolution/1.${index}`, title, meeting: title.slice(0, 9) }));
  return JSON.stringify({ version: 1, body: 'cms', citations: [], instruments, sources: { [text]: { url: text } } });
}
