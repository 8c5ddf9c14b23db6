import { labelText } from '../../json/json-text.js';
import type { Fields } from './answer-sheet.js';

/** A field of a task as text; empty where it is not there or is null. */
export function fieldText(fields: Fields, name: string | undefined): string {
  const value = name === undefined ? undefined : fields.get(name);
  return value === undefined || value === null ? '' : labelText(value);
}
