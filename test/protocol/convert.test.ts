import assert from 'node:assert/strict';
import { clientFeatures } from '../../server/src/protocol/client-features';
import { type Place, toDiagnostic, toRange, toWorkspaceEdit } from '../../server/src/protocol/convert';
import type { Finding } from '../../server/src/rules/rule';
import { splitLines } from '../../server/src/text/lines';
import { everyFeature, noFeature } from '../support/features';

const text = 'Recalling \u{1d11e}\r\nResolution 7.9,';
const finding: Finding = {
  rule: 'repealed-instrument',
  severity: 'error',
  range: { start: 25, end: 28 },
  message: 'Resolution 7.9 was repealed by Resolution 11.10 (Rev.COP13).',
  instrument: 'CMS/RES/7.9',
  deprecated: true,
  fixable: true,
  related: [{ range: { start: 0, end: 9 }, message: 'recalled here' }],
};
const range = { start: { line: 1, character: 11 }, end: { line: 1, character: 14 } };
const place = (features: Place['features']): Place => ({
  uri: 'file:///a.decision.md',
  lines: splitLines(text),
  features,
  rulePages: 'https://example.org/rules/',
});

describe('conversion to the protocol', () => {
  it('tells all of a finding to a client that can show it', () => {
    assert.deepEqual(toDiagnostic(finding, place(everyFeature)), {
      range,
      severity: 1,
      code: 'repealed-instrument',
      source: 'resolute',
      message: finding.message,
      codeDescription: { href: 'https://example.org/rules/repealed-instrument.md' },
      tags: [2],
      relatedInformation: [
        {
          location: {
            uri: 'file:///a.decision.md',
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } },
          },
          message: 'recalled here',
        },
      ],
      data: { fixable: true, instrument: 'CMS/RES/7.9' },
    });
  });

  it('tells a simple client no more than it knows', () => {
    const { code, message } = toDiagnostic(finding, place(noFeature)) as { code: string; message: string };
    assert.deepEqual(toDiagnostic(finding, place(noFeature)), {
      range,
      severity: 1,
      code,
      source: 'resolute',
      message,
    });
  });

  it('gives each severity its number', () => {
    const numbers = (['error', 'warning', 'information', 'hint'] as const).map(
      (severity) => toDiagnostic({ ...finding, severity }, place(noFeature)).severity,
    );
    assert.deepEqual(numbers, [1, 2, 3, 4]);
  });

  it('counts characters in UTF-16 units and CRLF as one line end', () => {
    assert.deepEqual(toRange(splitLines(text), { start: 10, end: 12 }), {
      start: { line: 0, character: 10 },
      end: { line: 0, character: 12 },
    });
    assert.deepEqual(toRange(splitLines(text), { start: 14, end: 14 }).start, { line: 1, character: 0 });
  });

  it('binds edits to a version where the client can be held to it', () => {
    const edits = [{ range: { start: 25, end: 28 }, newText: '11.10' }];
    const textEdits = [{ range, newText: '11.10' }];
    const uri = 'file:///a.decision.md';
    assert.deepEqual(toWorkspaceEdit(edits, 7, place(noFeature)), { changes: { [uri]: textEdits } });
    assert.deepEqual(toWorkspaceEdit(edits, 7, place(everyFeature)), {
      documentChanges: [{ textDocument: { uri, version: 7 }, edits: textEdits }],
    });
  });
});

describe('client features', () => {
  it('are none where the client names none', () => assert.deepEqual(clientFeatures({}), noFeature));

  it('of a diagnostic are read from either place that may hold them', () => {
    const capabilities = {
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      tagSupport: { valueSet: [2 as const] },
    };
    const pushed = clientFeatures({ textDocument: { publishDiagnostics: capabilities } });
    const pulled = clientFeatures({ textDocument: { diagnostic: capabilities } });
    assert.deepEqual({ ...pushed, pullDiagnostics: true }, pulled);
    for (const name of ['diagnosticLinks', 'diagnosticTags', 'diagnosticRelations', 'diagnosticData'] as const) {
      assert.equal(pulled[name], true, name);
    }
  });

  it('include the strike-through only where the client knows that tag', () => {
    const tagSupport = { valueSet: [1 as const] };
    assert.equal(clientFeatures({ textDocument: { publishDiagnostics: { tagSupport } } }).diagnosticTags, false);
  });

  it('include late edits only where the client resolves edits', () => {
    const codeAction = (properties: string[]) =>
      clientFeatures({ textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties } } } });
    assert.equal(codeAction(['edit']).resolvesEdits, true);
    assert.equal(codeAction(['command']).resolvesEdits, false);
  });
});
