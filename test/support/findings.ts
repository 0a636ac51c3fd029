import type { AnalyseOptions, Analysis, Settings } from '../../server/src/service/api';
import { positionAt } from '../../server/src/text/lines';
import { serviceOverPacks } from './service';

/** The service over the packs of registry/, made once. */
export const service = serviceOverPacks();

interface Reading {
  /** False for a text that is not of the language's own. */
  readonly forced?: boolean;
  readonly settings?: Partial<Settings>;
}

export const optionsOf = ({ forced = true, settings = {} }: Reading): AnalyseOptions => ({
  settings: { rules: {}, ...settings },
  forced,
});

/** `text` as the service reads it, with default settings, as a file of the language's own unless told otherwise. */
export const analyse = (text: string, reading: Reading = {}): Analysis => service.analyse(text, optionsOf(reading));

/** The findings as lines of words: "12 verb-italics warning: Stresses", the line counted from 1. */
export const shown = ({ draft, findings }: Analysis): string[] =>
  findings.map(({ rule, severity, range }) => {
    const line = positionAt(draft.lines, range.start).line + 1;
    return `${line} ${rule} ${severity}: ${draft.text.slice(range.start, range.end)}`;
  });
