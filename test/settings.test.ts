import assert from 'node:assert/strict';
import type { Rule } from '../server/src/rules/rule';
import { readConfigFile } from '../server/src/service/config-file';
import { readRules } from '../server/src/service/rule-settings';
import { bodyProblem, mergeSettings, readSettings, ruleIds } from '../server/src/service/settings';

const told = (value: unknown, editor = false) =>
  readSettings(value, { editor }).problems.map(({ path, at, message }) => `${path.join('/')} (${at}): ${message}`);

describe('settings', () => {
  it('are read as an editor gives them, those not made left out', () => {
    const given = {
      rules: { 'verb-italics': 'off', 'paragraph-numbering': { severity: 'warning' }, 'repealed-instrument': null },
      houseStyle: 'auto',
      status: 'auto',
      body: '',
      language: null,
      meeting: ' COP15 ',
      files: { include: ['drafts/**/*.md'] },
      registry: { paths: [] },
      trace: { server: 'off' },
    };
    assert.deepEqual(readSettings(given, { editor: true }), {
      settings: {
        rules: { 'verb-italics': 'off', 'paragraph-numbering': 'warning' },
        meeting: 'COP15',
        include: ['drafts/**/*.md'],
        registryPaths: [],
      },
      problems: [],
    });
  });

  it('are read with the keys as the settings are called', () => {
    const given = {
      'files.include': ['a.md'],
      'registry.paths': ['p'],
      houseStyle: 'cms',
      body: 'cms',
      language: 'fr',
      status: 'final',
    };
    assert.deepEqual(readSettings(given).settings, {
      rules: {},
      include: ['a.md'],
      registryPaths: ['p'],
      houseStyle: 'cms',
      body: 'cms',
      language: 'fr',
      status: 'final',
    });
  });

  it('are the defaults where nothing is set', () => {
    for (const nothing of [undefined, null, {}, ''])
      assert.deepEqual(readSettings(nothing), { settings: { rules: {} }, problems: [] });
  });

  it('may name rules of later versions', () => {
    assert.deepEqual(told({ rules: { 'spelling-consistency': 'off' } }), []);
    assert.ok(ruleIds.includes('draft-head') && new Set(ruleIds).size === ruleIds.length);
  });

  it('name what is unknown or of the wrong kind, with what was probably meant', () => {
    assert.deepEqual(
      told({
        rule: {},
        houseStyle: 'un-mae',
        language: 'de',
        status: 'Final',
        body: 12,
        rules: {
          'verb-italic': 'off',
          'verb-italics': 'info',
          'paragraph-numbering': { severity: true, strict: 1 },
          xyzzy: 'off',
        },
        files: { include: 'drafts', exclude: [] },
        registry: [],
        'registry.paths': ['a', 3, ['b']],
        trace: { server: 'off' },
      }),
      [
        'rule (key): There is no setting "rule". Did you mean "rules"?',
        'houseStyle (value): "houseStyle" cannot be "un-mae". Did you mean "un-mea"?',
        'language (value): "language" cannot be "de". There are en, fr and es.',
        'status (value): "status" cannot be "Final". Did you mean "final"?',
        'body (value): "12" is no text: put it in quotes.',
        'rules/verb-italic (key): There is no rule "verb-italic". Did you mean "verb-italics"?',
        'rules/verb-italics (value): "info" is no severity. Did you mean "information"?',
        'rules/paragraph-numbering/strict (key): The rule "paragraph-numbering" has no option "strict".',
        'rules/paragraph-numbering/severity (value): "true" is no severity. There are error, warning, information, hint and off.',
        'rules/xyzzy (key): There is no rule "xyzzy".',
        'files/include (value): "files.include" is a list, such as ["drafts"].',
        'files/exclude (key): There is no setting "files.exclude". Did you mean "files.include"?',
        'registry (key): There is no setting "registry". Did you mean "registry.paths"?',
        'registry.paths/1 (value): "3" is no text: put it in quotes.',
        'registry.paths/2 (value): a list is no text: put it in quotes.',
        'trace/server (key): There is no setting "trace.server". There are rules, houseStyle, style, body, language, meeting, status, files.include, registry.paths and registry.sources.',
      ],
    );
    assert.deepEqual(told([1]), [' (value): Settings are keys with values, such as "language: en".']);
    assert.deepEqual(told({ rules: ['verb-italics'] }), [
      'rules (value): Rules are ids with severities, such as "verb-italics: off".',
    ]);
  });

  it('take sources of packs over HTTPS alone; they add up', () => {
    const given = {
      'registry.sources': ['https://example.org/a.json', 'http://example.org/b.json', 'file:///c', 'd', ''],
    };
    const { settings } = readSettings(given);
    assert.deepEqual(settings.registrySources, ['https://example.org/a.json']);
    assert.deepEqual(told(given), [
      'registry.sources/1 (value): "http://example.org/b.json" is no address that begins with https://.',
      'registry.sources/2 (value): "file:///c" is no address that begins with https://.',
      'registry.sources/3 (value): "d" is no address that begins with https://.',
    ]);
    const other = readSettings({ registry: { sources: ['https://example.org/e.json'] } }).settings;
    assert.deepEqual(mergeSettings(settings, other, settings).registrySources, [
      'https://example.org/a.json',
      'https://example.org/e.json',
    ]);
  });

  it('take options of rules, lists of texts', () => {
    const rule: Rule = {
      id: 'lamp-colour',
      summary: '',
      severity: 'off',
      options: { colours: { about: 'Colours.', default: ['red'] }, places: { about: 'Places.', default: [] } },
      check: () => [],
    };
    const problems: string[] = [];
    const read = (value: unknown) =>
      readRules(value, ['rules'], (path, message) => problems.push(`${path.join('/')}: ${message}`), [rule]);
    assert.deepEqual(read({ 'lamp-colour': { severity: 'hint', colours: ['green', ''], places: null } }), {
      rules: { 'lamp-colour': 'hint' },
      options: { 'lamp-colour': { colours: ['green'] } },
    });
    assert.deepEqual(read({ 'lamp-colour': { colours: [] } }), {
      rules: {},
      options: { 'lamp-colour': { colours: [] } },
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(read({ 'lamp-colour': { colors: ['red'], colours: 'red', places: [1], sevrity: 'off' } }), {
      rules: {},
      options: { 'lamp-colour': { places: [] } },
    });
    assert.deepEqual(problems, [
      'rules/lamp-colour/colors: The rule "lamp-colour" has no option "colors". Did you mean "colours"?',
      'rules/lamp-colour/colours: "rules.lamp-colour.colours" is a list, such as ["one", "another"].',
      'rules/lamp-colour/places/0: "1" is no text: put it in quotes.',
      'rules/lamp-colour/sevrity: The rule "lamp-colour" has no option "sevrity". Did you mean "severity"?',
    ]);
  });

  it('take points of the house style', () => {
    const given = { style: { openings: 'capitals', itemLabels: ['a)', 'i)'], terms: [], spelling: '' } };
    assert.deepEqual(readSettings(given).settings.style, {
      openings: 'capitals',
      itemLabels: ['a)', 'i)'],
      terms: [],
    });
    assert.deepEqual(told(given), []);
    assert.deepEqual(told({ style: { opening: 'italic', openings: 'italics', terms: 'Parties', constructor: 'a' } }), [
      'style/opening (key): House styles have no point "opening". Did you mean "openings"?',
      'style/openings (value): "openings" cannot be "italics". Did you mean "italic"?',
      'style/terms (value): "style.terms" is a list, such as ["(a)", "(i)"].',
      'style/constructor (key): House styles have no point "constructor".',
    ]);
    assert.deepEqual(told({ style: 'unga' }), [
      'style (value): The style is points of the house style with values, such as "openings: italic".',
    ]);
  });

  it('keep what is right beside what is wrong', () => {
    const { settings } = readSettings({
      rules: { 'verb-italics': 'hint', xyzzy: 'off' },
      language: 'de',
      'registry.paths': ['a', 3],
    });
    assert.deepEqual(settings, { rules: { 'verb-italics': 'hint' }, registryPaths: ['a'] });
  });

  it('reach no prototype', () => {
    const hostile = JSON.parse(
      '{"__proto__": {"language": "fr"}, "rules": {"__proto__": "off", "constructor": "off"}}',
    );
    const { settings, problems } = readSettings(hostile);
    assert.deepEqual([settings, problems.length], [{ rules: {} }, 3]);
    assert.equal(({} as { language?: string }).language, undefined);
    assert.equal(Object.getPrototypeOf(settings.rules), Object.prototype);
  });

  it('are merged, the last layer winning setting by setting and rule by rule; packs add up', () => {
    const user = readSettings({
      rules: { 'verb-italics': 'off', 'draft-head': 'off' },
      language: 'fr',
      body: 'cms',
      'registry.paths': ['a', 'b'],
    }).settings;
    const project = readSettings({
      rules: { 'verb-italics': 'hint' },
      language: 'en',
      'registry.paths': ['b', 'c'],
      files: { include: ['x'] },
    }).settings;
    assert.deepEqual(mergeSettings(user, project), {
      rules: { 'verb-italics': 'hint', 'draft-head': 'off' },
      language: 'en',
      body: 'cms',
      registryPaths: ['a', 'b', 'c'],
      include: ['x'],
    });
    assert.deepEqual(mergeSettings(), { rules: {} });
  });

  it('are merged rule by rule, option by option and point by point', () => {
    const user = { rules: {}, options: { a: { x: ['1'], y: ['2'] }, b: { z: ['3'] } }, style: { openings: 'any' } };
    const project = { rules: {}, options: { a: { y: [] } }, style: { spelling: 'ize', terms: ['Parties'] } };
    assert.deepEqual(mergeSettings(user, project), {
      rules: {},
      options: { a: { x: ['1'], y: [] }, b: { z: ['3'] } },
      style: { openings: 'any', spelling: 'ize', terms: ['Parties'] },
    });
  });

  it('name a body that no pack knows', () => {
    assert.equal(bodyProblem('cms', ['cms', 'unga']), undefined);
    assert.equal(bodyProblem(undefined, []), undefined);
    assert.equal(bodyProblem('cmss', ['cms', 'unga']), 'No registry pack knows the body "cmss". Did you mean "cms"?');
  });
});

describe('a project file', () => {
  const faults = (text: string) => {
    const { problems } = readConfigFile(text);
    return problems.map(({ range, message }) => [text.slice(range.start, range.end), message]);
  };

  it('is read', () => {
    const text =
      '# ours\nbody: cms\nmeeting: COP15\nrules:\n  verb-italics: off\n  draft-head: { severity: hint }\nfiles.include:\n  - notes/*.md\n';
    assert.deepEqual(readConfigFile(text), {
      settings: {
        body: 'cms',
        meeting: 'COP15',
        rules: { 'verb-italics': 'off', 'draft-head': 'hint' },
        include: ['notes/*.md'],
      },
      problems: [],
    });
    for (const nothing of ['', '# nothing\n', '---\n', 'rules:\n', '\uFEFF']) {
      assert.deepEqual(readConfigFile(nothing), { settings: { rules: {} }, problems: [] });
    }
  });

  it('has its faults named at their place', () => {
    const text =
      'language: de\nrules: &r\n  verb-italic: off\n  verb-italics:\n    severity: warn\n    strict: 1\nregistry:\n  paths: [a, 3]\nother: *r\n';
    assert.deepEqual(faults(text), [
      ['de', '"language" cannot be "de". There are en, fr and es.'],
      ['verb-italic', 'There is no rule "verb-italic". Did you mean "verb-italics"?'],
      ['strict', 'The rule "verb-italics" has no option "strict".'],
      ['warn', '"warn" is no severity. Did you mean "warning"?'],
      ['3', '"3" is no text: put it in quotes.'],
      [
        'other',
        'There is no setting "other". There are rules, houseStyle, style, body, language, meeting, status, files.include, registry.paths and registry.sources.',
      ],
    ]);
  });

  it('has faults named behind an alias', () => {
    assert.deepEqual(faults('files: &f\n  include: [1]\nregistry: *f\n'), [
      ['1', '"1" is no text: put it in quotes.'],
      [
        'include',
        'There is no setting "registry.include". There are rules, houseStyle, style, body, language, meeting, status, files.include, registry.paths and registry.sources.',
      ],
    ]);
  });

  it('counts for nothing when it is no YAML; its first fault is named', () => {
    const cases: readonly (readonly [text: string, place: string, message: RegExp])[] = [
      ['body: cms\nrules: [a\nlanguage: fr\n', 'l', /^This is not valid YAML: .*\. Mend it\.$/],
      ['body: cms\n\tlanguage: fr\n', '\t', /tab|not valid YAML/i],
      ['body: cms\nbody: unga\n', 'body', /^This setting is made twice\./],
      ['body: cms\n---\nbody: unga\n', '---\nbody: unga\n', /^Only one part is read\./],
      ['body: !!js/function "x"\n', '!!js/function', /^Tags such as/],
      ['['.repeat(20_000), '', /nested too deep/],
      [Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), '', /nested too deep/],
      ['- '.repeat(1000), '', /nested too deep/],
      [`rules: ${'x'.repeat(100_001)}`, '', /too long/],
    ];
    for (const [text, place, message] of cases) {
      const [fault, ...others] = faults(text);
      assert.deepEqual([readConfigFile(text).settings, others], [{ rules: {} }, []], text.slice(0, 40));
      assert.match(fault?.[1] ?? '', message);
      assert.equal(fault?.[0]?.startsWith(place.slice(0, 3)), true, `${text.slice(0, 40)}: ${fault?.[0]}`);
    }
  });

  it('cannot swell by aliases, nor hold itself', () => {
    const swelling = `a: &a [x]\nb: &b [${'*a,'.repeat(30)}]\nc: &c [${'*b,'.repeat(30)}]\nd: [${'*c,'.repeat(30)}]\n`;
    assert.match(faults(swelling)[0]?.[1] ?? '', /^Its aliases/);
    assert.deepEqual(faults('rules: &r\n  verb-italics: *r\n'), [
      ['verb-italics', 'The rule "verb-italics" has no option "verb-italics".'],
    ]);
    assert.deepEqual(faults('body: &b [*b]\n'), [['[*b]', 'a list is no text: put it in quotes.']]);
  });
});
