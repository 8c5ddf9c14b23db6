import { invalidItem } from './errors.js';

/** The fields of one item, checked, under the project's names. */
export interface ItemFields {
  readonly id: string;
  readonly source?: string;
  readonly reference?: string;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly scores?: Readonly<Record<string, unknown>>;
  readonly document?: string;
  readonly domain?: string;
  readonly cost?: number;
  readonly sourceVector?: readonly number[];
  readonly outputVectors?: Readonly<Record<string, readonly number[]>>;
  readonly origin?: string;
}

interface Place {
  /** Position of the item; its id where it has none. */
  readonly position: number;
  readonly where: string;
  readonly texts: boolean;
}

/**
 * Reads an item of the JSON lines shape. Scores are checked to be an object only; their cells are the caller's work.
 * A field that is `null` counts as absent.
 *
 * @throws INVALID_ITEM
 */
export function itemFields(record: unknown, place: Place): ItemFields {
  if (!isObject(record)) {
    throw invalidItem(
      place.where,
      `an item must be an object; got ${shown(record)}`,
      'write one {…} per line',
    );
  }
  const field = (name: string, check: (value: unknown) => boolean, requirement: string): any => {
    const value = record[name];
    if (value === undefined || value === null) return undefined;
    if (check(value)) return value;
    throw invalidItem(
      place.where,
      `"${name}" must be ${requirement}; got ${shown(value)}`,
      'mend this field',
    );
  };
  const label = (name: string) => {
    const value = field(name, isLabel, 'a text or a number');
    return value === undefined ? undefined : String(value);
  };
  const embedding = field('embedding', isObject, 'an object with "src" and "tgt"');
  return {
    id: label('id') ?? label('i') ?? String(place.position),
    ...(place.texts && {
      source: field('src', isText, 'a text'),
      reference: field('ref', isText, 'a text'),
      outputs: texts(field('tgt', isObject, 'an object of system names and texts'), place),
    }),
    scores: field('scores', isObject, 'an object of system names and scores'),
    document: label('doc'),
    domain: label('domain'),
    cost: field('cost', Number.isFinite, 'a finite number'),
    sourceVector: embedding?.src,
    outputVectors: embedding?.tgt,
  };
}

/** Outputs without the systems that are `null`; undefined when none is left. */
function texts(
  outputs: Record<string, unknown> | undefined,
  place: Place,
): Record<string, string> | undefined {
  const present = Object.entries(outputs ?? {}).filter(([, text]) => text !== null && text !== undefined);
  for (const [system, text] of present) {
    if (typeof text !== 'string') {
      const problem = `the output of system ${JSON.stringify(system)} must be a text; got ${shown(text)}`;
      throw invalidItem(place.where, problem, 'write the output in quotes, or null where there is none');
    }
  }
  // fromEntries defines own properties, so a system may even be called __proto__.
  return present.length === 0 ? undefined : (Object.fromEntries(present) as Record<string, string>);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isLabel(value: unknown): boolean {
  return typeof value === 'string' || Number.isFinite(value);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
