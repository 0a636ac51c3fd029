import { bodyNamed } from '../registry/registry';
import type { RuleContext } from './context';
import type { Report, Rule } from './rule';

/**
 * The YAML head of a draft (interface: "Head of a draft"): a fault that keeps it from being read, a body that the
 * registry does not know, and values that a key cannot have. Other tools use some of the same keys, so values are
 * judged only in a head that names a body or a meeting.
 */
export const draftHead: Rule = {
  id: 'draft-head',
  summary: 'A head of the draft that cannot be read, or says what Resolute does not know.',
  severity: 'warning',
  // a change of the head has all read anew
  digest: () => '',
  *check({ draft: { head }, registry }: RuleContext): Iterable<Report> {
    yield* head.problems;
    const { body, places } = head;
    if (body !== undefined && places.body && isWord(body) && !bodyNamed(registry, body))
      yield unknownBody(body, places.body);
    if (body === undefined && head.meeting === undefined) return;
    for (const { key, value, values, range } of head.unknown) {
      yield { range, message: `“${value}” is no ${key} that Resolute knows. Write ${orList(values)}.` };
    }
  },
};

/** A body is named by one word; a longer text under this key was written for another tool. */
const isWord = (text: string): boolean => text.length <= 30 && !/\s/.test(text);

const unknownBody = (body: string, range: Report['range']): Report => ({
  range,
  message: `“${body}” is no body that the registry knows, so citations are read as if none were named. “resolute registry list” names the bodies.`,
});

const orList = (values: readonly string[]): string => `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
