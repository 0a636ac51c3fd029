import { MENTIONING, ownBody } from '../citations/own-body';
import { bodyNamed, type Registry } from '../registry/registry';
import { type Identity, identify } from '../registry/time';
import { type HouseStyle, houseStyle } from '../rules/house-style';
import { frontOf, mayTellWhose } from '../structure/parse';
import type { ReadText } from '../structure/read-text';
import type { Replaced } from '../structure/reread';
import { alike } from '../text/alike';
import type { Change } from '../text/change';
import type { Settings } from './api';

/** What holds for all of a text: whose it is, of which moment, and in what style. */
export interface Frame {
  readonly identity: Identity;
  /** The house style that head, settings or body give; null when none does. */
  readonly style: string | null;
  readonly houseStyle: HouseStyle;
  readonly status: NonNullable<Settings['status']> | null;
  /** Differs where citations are to be read anew. */
  readonly citing: string;
}

/** The frame of a text under `settings`. */
export function frameOf(read: ReadText, settings: Settings, registry: Registry): Frame {
  const { head, language } = read;
  const front = frontOf(read);
  const body =
    known(head.body, registry) ?? known(settings.body, registry) ?? known(ownBody(front, registry.forms), registry);
  const style = styleOf(head.houseStyle ?? settings.houseStyle, registry, body);
  const { identifier, symbol, kind } = front;
  return {
    identity: identify(front, registry, body, head.meeting ?? settings.meeting),
    style,
    houseStyle: houseStyle(style, settings.style),
    status: head.status ?? settings.status ?? null,
    citing: JSON.stringify([body, language, identifier?.kind, identifier?.text, symbol, kind]),
  };
}

/**
 * The frame of a text after a change: that of `before`, unless one of the portions that are others now tells whose the
 * text is.
 */
export function frameAfter(
  before: { readonly frame: Frame; readonly read: ReadText },
  read: ReadText,
  { change, replaced: { first, oldEnd, newEnd } }: { readonly change: Change; readonly replaced: Replaced },
  settings: Settings,
  registry: Registry,
): Frame {
  const others = [...before.read.portions.slice(first, oldEnd), ...read.portions.slice(first, newEnd)];
  const isSame =
    change.start >= MENTIONING &&
    before.read.head === read.head &&
    before.read.isDraft === read.isDraft &&
    !others.some(mayTellWhose) &&
    alike(before.read.naming, read.naming);
  return isSame ? before.frame : frameOf(read, settings, registry);
}

/** The id of the body that a head or a setting names; null for a name that no pack has. */
const known = (name: string | null | undefined, registry: Registry): string | null =>
  (name ? bodyNamed(registry, name) : undefined) ?? null;

const styleOf = (given: string | undefined, registry: Registry, body: string | null): string | null =>
  given !== undefined && given !== 'auto'
    ? given
    : ((body === null ? undefined : registry.body(body)?.houseStyle) ?? null);
