import { Help, type Option } from '@commander-js/extra-typings';

/** What help says of a flag: its text, choices and default, but not that a flag which is not given is not there. */
export function optionDescription(option: Option): string {
  const { defaultValue } = option;
  const isAbsence = defaultValue === false || (Array.isArray(defaultValue) && defaultValue.length === 0);
  const shown = isAbsence ? Object.create(option, { defaultValue: { value: undefined } }) : option;
  return new Help().optionDescription(shown);
}
