import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import { findNodeAtLocation, type ParseError, parse, parseTree, printParseErrorCode } from 'jsonc-parser';
import schema from '../../../registry/pack.schema.json';
import { type Range, range } from '../text/range';
import type { Pack } from './pack';
import { faultAmong, reasonOf } from './pack-reason';

/** A fault of a pack, at its place in the pack's text. */
export interface PackProblem {
  readonly range: Range;
  readonly message: string;
}

type Path = (string | number)[];

let validator: Validator | undefined;

/**
 * Reads the text of a registry pack and holds it against the schema. Of a faulty pack nothing counts, and its first
 * fault is told. Never throws.
 */
export function readPack(text: string): { pack?: Pack; problems: PackProblem[] } {
  let pack: unknown;
  try {
    pack = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return { problems: [syntaxProblem(text)] };
  }
  validator ??= new Validator(schema as unknown as Schema, '2020-12', true);
  const { valid, errors } = validator.validate(pack);
  return valid ? { pack: pack as Pack, problems: [] } : { problems: [schemaProblem(text, pack, errors)] };
}

const SYNTAX: Readonly<Record<string, string>> = {
  CommaExpected: 'a comma is missing here',
  ColonExpected: 'a colon is missing here',
  PropertyNameExpected: 'a key in double quotes is expected here',
  ValueExpected: 'a value is expected here',
  CloseBraceExpected: 'a closing brace is missing here',
  CloseBracketExpected: 'a closing bracket is missing here',
  UnexpectedEndOfString: 'this text has no closing quote',
  InvalidCommentToken: 'it has no comments',
};

function syntaxProblem(text: string): PackProblem {
  const errors: ParseError[] = [];
  // Lists nested deeper than the stack: then the place is not known.
  orElse(() => parse(text, errors, { disallowComments: true }), undefined);
  const [first] = errors;
  const { offset, length } = first ?? { offset: 0, length: 0 };
  const reason = first && SYNTAX[printParseErrorCode(first.error)];
  const message = `This is not valid JSON: ${reason ?? 'this cannot stand here'}.`;
  return { range: range(offset, offset + length), message };
}

function schemaProblem(text: string, pack: unknown, errors: readonly OutputUnit[]): PackProblem {
  const fault = faultAmong(errors);
  const path = pathOf(fault.instanceLocation);
  const where = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  const reason = reasonOf(fault, valueAt(pack, path), errors);
  return {
    range: orElse(() => placeOf(text, path, fault.keyword === 'false'), range(0, 0)),
    message: `${where === '' ? 'The pack' : where.replace(/^\./, '')}: ${reason}.`,
  };
}

/** The steps of a JSON pointer such as `#/instruments/0/status`. */
function pathOf(pointer: string): Path {
  const steps = orElse(() => decodeURI(pointer), pointer)
    .split('/')
    .slice(1);
  const plain = steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return plain.map((step) => (/^\d{1,9}$/.test(step) ? Number(step) : step));
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], value);

function placeOf(text: string, path: Path, key: boolean): Range {
  const root = parseTree(text);
  const node = root && findNodeAtLocation(root, path);
  const shown = key ? node?.parent?.children?.[0] : node;
  if (!shown) return range(0, 0);
  // An object may be the whole file: its brace is enough.
  return range(shown.offset, shown.offset + (shown.type === 'object' || shown.type === 'array' ? 1 : shown.length));
}

function orElse<T>(make: () => T, otherwise: T): T {
  try {
    return make();
  } catch {
    return otherwise;
  }
}
