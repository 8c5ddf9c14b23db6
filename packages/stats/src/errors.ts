/** What is wrong with the arguments of a function of this package. Codes never change meaning. */
export type StatsErrorCode =
  'STA_EMPTY' | 'STA_LENGTH_MISMATCH' | 'STA_NOT_A_NUMBER' | 'STA_OUT_OF_RANGE' | 'STA_SLICE_OUT_OF_BOUNDS';

/** Thrown by every function of this package; test `error.code`, never the text. */
export class StatsError extends Error {
  override readonly name = 'StatsError';
  readonly code: StatsErrorCode;
  readonly fields: Readonly<Record<string, number | string>>;

  constructor(code: StatsErrorCode, message: string, fields: Record<string, number | string>) {
    super(message);
    this.code = code;
    this.fields = fields;
  }
}

export const tooFewValues = (subject: string, got: number, min = 1) =>
  new StatsError(
    'STA_EMPTY',
    `${subject} needs at least ${min} value${min === 1 ? '' : 's'}; got ${got}; leave it out or add data`,
    { subject, got, min },
  );

export const lengthMismatch = (subject: string, a: number, b: number) =>
  new StatsError(
    'STA_LENGTH_MISMATCH',
    `${subject} needs two vectors of the same length; got ${a} and ${b}; pair their elements first`,
    { subject, a, b },
  );

export const notANumber = (subject: string, index: number) =>
  new StatsError(
    'STA_NOT_A_NUMBER',
    `${subject} needs numbers; got NaN at index ${index}; drop missing values first`,
    { subject, index },
  );

export const outOfRange = (subject: string, requirement: string, got: number) =>
  new StatsError('STA_OUT_OF_RANGE', `${subject} must be ${requirement}; got ${got}; pass a value inside`, {
    subject,
    requirement,
    got,
  });

export const sliceOutOfBounds = (
  slice: { offset: number; stride: number; length: number },
  available: number,
) =>
  new StatsError(
    'STA_SLICE_OUT_OF_BOUNDS',
    `a slice must lie inside its array of ${available}; got offset ${slice.offset}, stride ${slice.stride}, ` +
      `length ${slice.length}; make it shorter`,
    { ...slice, available },
  );
