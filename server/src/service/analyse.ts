import type { Registry } from '../registry/registry';
import { rules } from '../rules/index';
import { reruns } from '../rules/rerun';
import { type Ran, runRules } from '../rules/run';
import { readText } from '../structure/read-text';
import { type Replaced, reread } from '../structure/reread';
import { alike } from '../text/alike';
import type { Change } from '../text/change';
import type { AnalyseOptions, Analysis } from './api';
import { type CitedText, citeText } from './cited-text';
import { type Frame, frameAfter, frameOf } from './frame';

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
  const frame = known
    ? frameAfter(known.basis.cited, read, known, settings, registry)
    : frameOf(read, settings, registry);
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
function isSameFrame({ basis }: Known, now: CitedText): boolean {
  const before = basis.cited;
  return (
    before.counts.italics > 0 === now.counts.italics > 0 &&
    before.counts.annexes > 0 === now.counts.annexes > 0 &&
    before.read.isDraft === now.read.isDraft &&
    before.read.naming.title === now.read.naming.title &&
    (before.frame === now.frame || isAlike(before.frame, now.frame)) &&
    (before.repealed === now.repealed || alike([...before.repealed].sort(), [...now.repealed].sort()))
  );
}

const isAlike = (a: Frame, b: Frame): boolean =>
  a.citing === b.citing && a.style === b.style && a.status === b.status && alike(a.identity, b.identity);

function rerunsOf({ basis, change, replaced }: Known): ReturnType<typeof reruns> {
  const { read } = basis.cited;
  const old = {
    start: read.starts[replaced.first] ?? read.text.length + 1,
    end: read.starts[replaced.oldEnd] ?? read.text.length + 1,
  };
  return reruns({ checked: basis.cited, ran: basis.ran, change, replaced, old });
}
