import { ruleSettings } from './rule-settings';
import { styleSettings, styleValues } from './style-settings';

/** package.json with the settings that follow from the rules and the house styles. */
export function manifestWithSettings(text: string): string {
  const manifest = JSON.parse(text);
  const { properties } = manifest.contributes.configuration;
  properties['resolute.rules'].properties = ruleSettings();
  properties['resolute.style'].properties = styleSettings();
  Object.assign(properties['resolute.houseStyle'], styleValues());
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
