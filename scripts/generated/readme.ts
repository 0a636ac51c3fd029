import { rules } from '../../server/src/rules';
import { table, withTable } from './tables';

/** The README with its table of the rules. */
export const readmeWithRules = (text: string): string =>
  withTable(
    text,
    '## The rules',
    table(
      ['rule', 'default', 'what it flags'],
      rules.map(({ id, severity, summary }) => [`[\`${id}\`](docs/rules/${id}.md)`, severity, summary]),
    ),
  );
