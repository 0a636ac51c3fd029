import { houseStyleIds, type StylePoints, stylePoints } from '../rules/house-style';
import { suggestion } from './nearest';
import { isMap, isUnset, oneOf, quoted, type SettingPath, type Tell, textsOf } from './setting-values';

/** What `houseStyle` may be. */
export const styleIds: readonly string[] = houseStyleIds;

/** Reads `style`: points of the house style with other values. */
export function readStyle(value: unknown, path: SettingPath, tell: Tell): StylePoints | undefined {
  if (!isMap(value)) {
    tell(path, 'The style is points of the house style with values, such as "openings: italic".');
    return undefined;
  }
  const found: Record<string, string | readonly string[]> = {};
  for (const [name, given] of Object.entries(value)) {
    const at = [...path, name];
    const point = Object.hasOwn(stylePoints, name) ? stylePoints[name] : undefined;
    if (!point) {
      tell(at, `House styles have no point ${quoted(name)}.${suggestion(name, Object.keys(stylePoints))}`, 'key');
    } else if (!isUnset(given)) {
      const read = point.values ? oneOf(point.values, given, at, tell) : textsOf(given, at, tell, '["(a)", "(i)"]');
      if (read !== undefined) found[name] = read;
    }
  }
  return found;
}
