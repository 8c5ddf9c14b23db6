import { jsonObject } from '../json-object.js';

/** The row of one system. */
export interface SystemRow {
  readonly system: string;
  readonly row: Readonly<Record<string, any>>;
}

/** Source, reference and outputs of an item from the rows of its systems. */
export function lmEvalTexts(rows: readonly SystemRow[]): Record<string, unknown> {
  const source = rows.length > 0 ? promptOf(rows[0].row.arguments) : undefined;
  const target: unknown = rows[0]?.row.target;
  const outputs = rows.flatMap(({ system, row }) => {
    const text = firstText(row.filtered_resps) ?? firstText(row.resps);
    return text === undefined ? [] : [[system, text]];
  });
  return {
    ...(source !== undefined && { src: source }),
    ...(target !== undefined &&
      target !== null && { ref: typeof target === 'string' ? target : JSON.stringify(target) }),
    ...(outputs.length > 0 && { tgt: Object.fromEntries(outputs) }),
  };
}

/** The prompt: the first argument of the first request, whichever way the version of the harness writes it. */
function promptOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : Object.values(jsonObject(value) ?? {})[0];
  return firstText(Array.isArray(first) ? first : Object.values(jsonObject(first) ?? {}));
}

/** The first element that is a text, at any depth on the left edge. */
function firstText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? firstText(value[0]) : undefined;
}
