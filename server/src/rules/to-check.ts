import type { InternalReference } from '../citations/internal-reference';
import type { Renumbering } from './renumber';

/** How many references a title names. */
const NAMED = 2;

/**
 * What the title of a mend says of the references that somebody has to look at afterwards: ", then check “paragraph 7”
 * in paragraph 9"; nothing when there are none.
 */
export function checking(doubtful: readonly InternalReference[], renumbering: Renumbering): string {
  if (doubtful.length === 0) return '';
  const named = doubtful.slice(0, NAMED).map((reference) => {
    const place = renumbering.placeOf(reference);
    return `“${reference.text}”${place && ` in ${place}`}`;
  });
  const rest = doubtful.length - named.length;
  return `, then check ${named.join(' and ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
