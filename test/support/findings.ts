import type { Analysis, Settings } from '../../server/src/service/api';
import { positionAt } from '../../server/src/text/lines';
import { serviceOverPacks } from './service';

/** The service over the packs of registry/, made once. */
export const service = serviceOverPacks();

/** `text` as the service reads it, with default settings, as a file of the language's own unless told otherwise. */
export const analyse = (text: string, { forced = true, settings = {} as Partial<Settings> } = {}): Analysis =>
  service.analyse(text, { settings: { rules: {}, ...settings }, forced });

/** The findings as lines of words: "12 verb-italics warning: Stresses", the line counted from 1. */
export const shown = ({ draft, findings }: Analysis): string[] =>
  findings.map(({ rule, severity, range }) => {
    const line = positionAt(draft.lines, range.start).line + 1;
    return `${line} ${rule} ${severity}: ${draft.text.slice(range.start, range.end)}`;
  });
