import type { Artefact } from './model';

/** Something in the source that readers must not see: `end` is exclusive. */
export interface Noise {
  readonly end: number;
  readonly kind: Artefact['kind'] | 'tag' | 'mark';
  /** The note's label; the tag's name in small letters, with `/` before a closing one. */
  readonly label: string | null;
  /** A tag that begins or ends a line of its own, like `<p>`. */
  readonly breaks?: boolean;
}

const LONGEST_TAG = 2000;
const LONGEST_LABEL = 60;
const BLOCK_TAGS = new Set(
  'p div br li ul ol h1 h2 h3 h4 h5 h6 tr td th table section article blockquote hr body html head'.split(' '),
);
/** Akoma Ntoso rendered as HTML uses spans for paragraphs and their numbers. */
const BLOCK_CLASSES = ['class="akn-p"', 'class="akn-num"', 'class="akn-content"', 'class="akn-heading"'];

/** The noise that begins at `at`, where a `[` or `<` stands; undefined when it is ordinary text. Looks no further than `limit`. */
export function noiseAt(
  text: string,
  at: number,
  limit: number,
  closeOf: (open: number) => number | undefined,
): Noise | undefined {
  return text[at] === '[' ? bracketNoise(text, at, limit, closeOf) : tagNoise(text, at, limit);
}

function bracketNoise(
  text: string,
  at: number,
  limit: number,
  closeOf: (open: number) => number | undefined,
): Noise | undefined {
  if (text.startsWith('[bookmark:', at)) return closedBy(text, at, limit, LONGEST_LABEL * 4, 'bookmark');
  if (text.startsWith('[footnoteRef:', at)) {
    const found = closedBy(text, at, limit, LONGEST_LABEL, 'note-mark');
    return found && { ...found, label: text.slice(at + '[footnoteRef:'.length, found.end - 1).trim() };
  }
  if (text[at + 1] === '^') {
    const found = closedBy(text, at, limit, LONGEST_LABEL, 'mark');
    return found && { ...found, label: text.slice(at + 2, found.end - 1) };
  }
  return noteBody(text, at, closeOf);
}

/** `[2:  UNEP/MC/COP.6/INF/29, annex I.]`: a note whose brackets may hold others. */
function noteBody(text: string, at: number, closeOf: (open: number) => number | undefined): Noise | undefined {
  let i = at + 1;
  while (i < at + 5 && isDigit(text.charCodeAt(i))) i++;
  if (i === at + 1 || text[i] !== ':' || (text[i + 1] !== ' ' && text[i + 1] !== '\t')) return undefined;
  const close = closeOf(at);
  return close === undefined ? undefined : { end: close + 1, kind: 'note-body', label: text.slice(at + 1, i) };
}

function closedBy(
  text: string,
  at: number,
  limit: number,
  longest: number,
  kind: 'bookmark' | 'note-mark' | 'mark',
): Noise | undefined {
  const last = Math.min(limit, at + longest);
  for (let end = at + 1; end < last; end++) if (text[end] === ']') return { end: end + 1, kind, label: null };
  return undefined;
}

function tagNoise(text: string, at: number, limit: number): Noise | undefined {
  const closing = text[at + 1] === '/' ? 1 : 0;
  let i = at + 1 + closing;
  while (i < limit && i < at + 24 && isNameCode(text.charCodeAt(i))) i++;
  const name = text.slice(at + 1 + closing, i).toLowerCase();
  if (name === '' || !(i < limit) || !' \t/>'.includes(text[i] as string)) return undefined;
  const last = Math.min(limit, at + LONGEST_TAG);
  for (let end = i; end < last; end++) {
    if (text[end] === '<') return undefined;
    if (text[end] !== '>') continue;
    const tag = text.slice(at, end + 1);
    const breaks = BLOCK_TAGS.has(name) || BLOCK_CLASSES.some((word) => tag.includes(word));
    return { end: end + 1, kind: 'tag', label: (closing ? '/' : '') + name, breaks };
  }
  return undefined;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isNameCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code) || code === 45;
