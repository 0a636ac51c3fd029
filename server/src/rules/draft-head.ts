import type { RuleContext } from './context';
import type { Report, Rule } from './rule';

/** The YAML head of a draft (interface: "Head of a draft") that cannot be read: then none of its keys counts. */
export const draftHead: Rule = {
  id: 'draft-head',
  summary: 'A head of the draft that cannot be read.',
  severity: 'warning',
  check: ({ draft }: RuleContext): Iterable<Report> => draft.head.problems,
};
