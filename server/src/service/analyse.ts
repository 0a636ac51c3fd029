import type { Registry } from '../registry/registry';
import { rules } from '../rules/index';
import { reruns } from '../rules/rerun';
import { type Ran, runRules } from '../rules/run';
import { readText } from '../structure/read-text';
import { type Replaced, reread } from '../structure/reread';
import type { Change } from '../text/change';
import type { AnalyseOptions, Analysis } from './api';
import { type CitedText, citeText } from './cited-text';
import { frameOf } from './frame';

/** What the analysis of the same text after a change may begin from. */
export interface Basis {
  readonly options: AnalyseOptions;
  readonly registry: Registry;
  readonly cited: CitedText;
  readonly ran: Ran;
}

interface Known {
  readonly basis: Basis;
  readonly change: Change;
  readonly replaced: Replaced;
}

/**
 * Reads and checks `text`: structure, then citations, then the registry, then the rules. `before`: the analysis of the
 * text before a change; what comes out is the same with it and without, only sooner.
 */
export function analyse(
  text: string,
  options: AnalyseOptions,
  registry: Registry,
  log: ((message: string) => void) | undefined,
  before?: Analysis,
): Analysis {
  const { settings, forced } = options;
  const basis = before && isUsable(before.basis, options, registry) ? before.basis : undefined;
  const again = basis && reread(basis.cited.read, text);
  const read = again?.read ?? readText(text, { forced, ...(settings.language && { language: settings.language }) });
  const known = basis && again?.replaced ? { basis, change: again.change, replaced: again.replaced } : undefined;
  const frame = frameOf(read, settings, registry);
  const cited = citeText(read, frame, registry, known && { text: known.basis.cited, replaced: known.replaced });
  const checks = runRules(
    rules,
    cited,
    { severities: settings.rules, options: settings.options, log },
    known && isSameFrame(known, cited) ? rerunsOf(known) : undefined,
  );
  return {
    text,
    lines: read.lines,
    head: read.head,
    get draft() {
      return cited.draft();
    },
    identity: frame.identity,
    style: frame.style,
    houseStyle: frame.houseStyle,
    status: frame.status,
    get citations() {
      return cited.citations();
    },
    get references() {
      return cited.whole().references;
    },
    get documents() {
      return cited.documents();
    },
    notices: checks.ran.notices,
    get findings() {
      return checks.findings;
    },
    basis: { options, registry, cited, ran: checks.ran },
  };
}

const isUsable = (basis: Basis, options: AnalyseOptions, registry: Registry): boolean =>
  basis.registry === registry && basis.options.forced === options.forced && basis.options.settings === options.settings;

/** Whether all is as before that rules may ask for beside the paragraphs they look at. */
const isSameFrame = ({ basis }: Known, cited: CitedText): boolean => surroundings(basis.cited) === surroundings(cited);

const toldOf = new WeakMap<CitedText, string>();

function surroundings(cited: CitedText): string {
  const { read, frame, repealed } = cited;
  const { citing, identity, style, status } = frame;
  const told =
    toldOf.get(cited) ??
    JSON.stringify([
      [citing, identity, style, status, read.naming.title, read.isDraft],
      [...repealed].sort(),
      [cited.hasItalics(), cited.hasAnnex()],
    ]);
  toldOf.set(cited, told);
  return told;
}

function rerunsOf({ basis, change, replaced }: Known): ReturnType<typeof reruns> {
  const { read } = basis.cited;
  const old = {
    start: read.starts[replaced.first] ?? read.text.length + 1,
    end: read.starts[replaced.oldEnd] ?? read.text.length + 1,
  };
  return reruns({ checked: basis.cited, ran: basis.ran, change, replaced, old });
}
