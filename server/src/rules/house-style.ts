import data from '../../../data/house-styles.json';

/** How a body sets its texts, point by point; what each point and value means stands in data/house-styles.json. */
export type HouseStyle = (typeof data)['styles']['generic'] & { readonly id: string };

/** Points of a house style with other values, as a project file gives them. */
export type StylePoints = Readonly<Record<string, string | readonly string[]>>;

/** A point that a house style settles: one of `values`, or a list of texts. */
export interface StylePoint {
  readonly about: string;
  readonly values?: readonly string[];
}

export const stylePoints: Readonly<Record<string, StylePoint>> = data.points;
export const houseStyleIds: readonly string[] = Object.keys(data.styles);

/** The house style `id` with the points of `changed` in place of its own; "generic", which asks for nothing, for an unknown id. */
export function houseStyle(id: string | null, changed: StylePoints = {}): HouseStyle {
  const known = id !== null && Object.hasOwn(data.styles, id) ? id : 'generic';
  const style = data.styles[known as keyof typeof data.styles];
  return { ...style, ...changed, id: known } as HouseStyle;
}
