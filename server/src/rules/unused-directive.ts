import type { Draft } from '../structure/model';
import { listed } from '../text/nearest';
import type { Range, TextEdit } from '../text/range';
import type { JudgedDirective, RuleContext } from './context';
import type { Directive } from './directives';
import { removeComment } from './remove-comment';
import type { Fix, Report, Rule } from './rule';

/**
 * Comments that silence nothing: they would hide the next fault at their place. A name that no rule has is told by
 * itself, for it was meant to silence something. Of a rule that is off nothing is said, nor in a text that is no draft.
 */
export const unusedDirective: Rule = {
  id: 'unused-directive',
  summary: 'A comment that is to silence rules and silences nothing.',
  severity: 'information',
  last: true,
  *check({ draft, directives = [] }: RuleContext): Iterable<Report> {
    if (!draft.isDraft) return;
    for (const judged of directives) {
      for (const unknown of judged.unknown) yield unknownRule(draft, judged.directive, unknown);
      const own = judged.directive.rules.indexOf(unusedDirective.id);
      const dead = judged.dead.filter((index) => index !== own);
      if (judged.silent || dead.length > 0) yield deadComment(draft, judged.directive, dead);
    }
  },
};

function deadComment(draft: Draft, directive: Directive, dead: readonly number[]): Report {
  const { action, range, rules } = directive;
  const names = dead.map((index) => `“${rules[index]}”`);
  const does = action === 'enable' ? 'ends no silence' : 'silences nothing';
  const of = names.length > 0 && dead.length < rules.length ? ` of ${listed(names)}` : '';
  return {
    range,
    message: `This comment ${does}${of}. Remove ${of ? (dead.length > 1 ? 'these names' : 'this name') : 'it'}.`,
    fixable: true,
    fixes: () => [{ ...without(draft, directive, dead), preferred: true, safe: true }],
  };
}

function unknownRule(draft: Draft, directive: Directive, { index, near }: JudgedDirective['unknown'][number]): Report {
  const id = directive.rules[index] as string;
  const place = directive.places[index] as Range;
  const meant = near ? [{ title: `Write “${near}”`, edits: [{ range: place, newText: near }], preferred: true }] : [];
  return {
    range: place,
    message: `There is no rule “${id}”: this silences nothing.${near ? ` Did you mean “${near}”?` : ' Remove it.'}`,
    fixes: () => [...meant, without(draft, directive, [index])],
  };
}

/** Takes out the names at `gone`; the whole comment where none is left. */
function without(draft: Draft, directive: Directive, gone: readonly number[]): Fix {
  const kept = directive.places.filter((_, index) => !gone.includes(index));
  if (kept.length === 0) return { title: 'Remove the comment', edits: [removeComment(draft, directive.range)] };
  const names = gone.map((index) => `“${directive.rules[index]}”`);
  return { title: `Remove ${listed(names)} from the comment`, edits: [withNames(draft.text, directive, kept)] };
}

/** Writes the names at `kept` alone, parted as the first two are. */
function withNames(text: string, { places }: Directive, kept: readonly Range[]): TextEdit {
  const [first, second] = places as [Range, Range];
  const newText = kept.map(({ start, end }) => text.slice(start, end)).join(text.slice(first.end, second.start));
  return { range: { start: first.start, end: (places.at(-1) as Range).end }, newText };
}
