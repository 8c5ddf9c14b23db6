import { findJsonFault } from './find-json-fault.js';

/** Why a text is not JSON that can be used, with column and field, and what to do: `column 31: …; …`. */
export class JsonProblem extends Error {}

/** The value of a JSON text. @throws JsonProblem */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonProblem(faultIn(text));
  }
}

function faultIn(text: string): string {
  const fault = findJsonFault(text);
  if (fault === undefined) return 'column 1: the line is not JSON; mend it';
  const field = fault.field === '' ? '' : ` in field ${JSON.stringify(fault.field)}`;
  const place = `column ${fault.position + 1}: the line must be JSON; it has ${fault.found}${field}`;
  return `${place}; ${adviceFor(fault.found, fault.position, text)}`;
}

function adviceFor(found: string, position: number, text: string): string {
  if (/^[+-]?(NaN|nan|Infinity|inf)$/.test(found)) {
    return 'JSON has no such number, although Python writes it: write null where there is no score (json.dumps(…, allow_nan=False) finds them)';
  }
  if (position >= text.length) return 'the line is cut off: write the file again, or take out the line';
  if (found === '"\'"') return 'write texts in double quotes: json.dumps(item), not str(item)';
  return 'write one JSON object per line';
}
