import data from '../../data/house-styles.json';
import { stylePoints } from '../../server/src/rules/house-style';

/** The JSON Schema of `style`, by point. */
export const styleSettings = () =>
  Object.fromEntries(
    Object.entries(stylePoints).map(([point, { about, values }]) => [
      point,
      { description: about, ...(values ? { enum: values } : { type: 'array', items: { type: 'string' } }) },
    ]),
  );

/** The values of `houseStyle`, and what each is. */
export const styleValues = () => ({
  enum: ['auto', ...Object.keys(data.styles)],
  enumDescriptions: ['Told from the draft.', ...Object.values(data.styles).map(({ name }) => `${name}.`)],
});
