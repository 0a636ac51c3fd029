import { words } from '../structure/words';
import type { TextEdit } from '../text/range';
import type { RuleContext } from './context';
import { forms } from './forms';
import type { Limb } from './limbs';

/** The formulas that the draft may want, the likeliest first: of an organ that its title names, then of its body. */
export function formulasFor({ draft, identity, registry, style }: RuleContext): string[] {
  const { article, organ } = forms[draft.language].formula;
  const own = identity.body === null ? undefined : registry.body(identity.body)?.organ;
  const ofBody = draft.language === 'en' ? own : own && organ;
  const short = style.formulaPlace === 'after' ? ofBody : ofBody?.replace(/ to the (?!.* serving as ).*$/, '');
  const title = (draft.title ?? '').toLowerCase();
  const named = words[draft.language].organs.find((one) => one.includes(' ') && title.includes(one));
  const organs = [named === undefined ? undefined : asName(named), short].filter((one) => one != null);
  const capitals = (text: string) => (style.openings === 'capitals' ? text.toUpperCase() : text);
  return [...new Set(organs.map((one) => capitals(`${article} ${one}`)))];
}

/** "standing committee" as "Standing Committee". */
const asName = (organ: string): string =>
  organ.replace(/(?<![\p{L}’'])\p{L}(?=\p{L}{3})/gu, (one) => one.toUpperCase());

/** The edit that sets `formula` where the house style has it: before the preamble, or behind it. */
export function insertFormula({ draft, style }: RuleContext, limbs: readonly Limb[], formula: string): TextEdit {
  const isAfter = style.formulaPlace === 'after';
  const operative = limbs.find(({ paragraph }) => paragraph.part === 'operative');
  const preambular = limbs.find(({ paragraph }) => paragraph.part === 'preamble');
  const before = (isAfter ? operative : undefined) ?? limbs[0];
  const at = before?.paragraph.block.begin ?? 0;
  const hasComma = !isAfter && (preambular !== undefined || style.formulaComma === 'before-preamble');
  const end = draft.text.includes('\r\n') ? '\r\n' : '\n';
  const mark = draft.hasItalics ? '*' : '';
  return { range: { start: at, end: at }, newText: `${mark}${formula}${mark}${hasComma ? ',' : ''}${end}${end}` };
}
