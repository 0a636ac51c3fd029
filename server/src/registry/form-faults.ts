import type { CitationForm, RevisionForm } from '../citations/forms';

/** What is wrong with a pattern, and the steps to it from what holds it. */
export interface FormFault {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

const PART = /\{([^{}]*)\}/g;
const NAME = /^[A-Za-z][A-Za-z0-9]{0,30}$/;
/** Names that lead to what every object has. */
const RESERVED = ['constructor', 'prototype'];

/** What the schema cannot tell of a form: braces that do not match, parts that cannot be called so. */
export function formFaults(form: CitationForm): FormFault[] {
  const { after = [], alone = [], elided = [], id, meeting, write, writeNumber } = form;
  const single = Object.entries({ id, meeting, write, writeNumber });
  return [
    ...Object.keys(form.parts ?? {}).flatMap((name) => nameFault(name, ['parts', name])),
    ...Object.entries({ after, alone, elided }).flatMap(([key, list]) => listFaults(key, list)),
    ...single.flatMap(([key, source]) => (source === undefined ? [] : patternFaults(source, [key]))),
  ];
}

/** The same of the way in which a body marks revisions. */
export const revisionFaults = ({ id, read, write }: RevisionForm): FormFault[] => [
  ...listFaults('read', read),
  ...patternFaults(id, ['id']),
  ...patternFaults(write, ['write']),
];

const listFaults = (key: string, list: readonly string[]): FormFault[] =>
  list.flatMap((source, i) => patternFaults(source, [key, i]));

function patternFaults(source: string, path: FormFault['path']): FormFault[] {
  const brace = /[{}]/.exec(source.replace(PART, ''))?.[0];
  if (brace === '{') return [{ path, reason: `${quoted(source)} has a brace that is not closed` }];
  if (brace === '}') return [{ path, reason: `${quoted(source)} has a closing brace without an opening one` }];
  return [...source.matchAll(PART)].flatMap(([, name = '']) => nameFault(name, path)).slice(0, 1);
}

const nameFault = (name: string, path: FormFault['path']): FormFault[] =>
  NAME.test(name) && !RESERVED.includes(name)
    ? []
    : [{ path, reason: `no part of a number can be called ${quoted(name)}` }];

const quoted = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);
