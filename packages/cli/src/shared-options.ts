import { InvalidArgumentError, Option } from '@commander-js/extra-typings';

/** Flags that several commands have, each declared once. */
export const shared = {
  json: () => new Option('--json', 'print one JSON document instead of text').default(false),
  quiet: () => new Option('-q, --quiet', 'no progress and no notes').default(false),
  seed: () => new Option('--seed <number>', 'seed of everything random').argParser(wholeNumber).default(0),
  plugin: () =>
    new Option(
      '--plugin <package>',
      'load a plugin (selectors, cost models, formats): package name or path; may be repeated',
    )
      .argParser(collect)
      .default([] as string[]),
  target: () => new Option('--target <metric>', 'the score column that counts as truth').default('human'),
  estimate: () =>
    new Option(
      '--estimate <name>',
      'how judged items are read: mean (plain means), regression or shrunk (estimates for all items, with the help of metrics)',
    ).default('mean'),
  metric: () =>
    new Option(
      '--metric <name>',
      'the metric the selector works on, or composite: all of them as one (short for --option metric=…)',
    ),
  option: () =>
    new Option('--option <name=value>', 'an option of the selector; may be repeated')
      .argParser(collectPair)
      .default({} as Record<string, string>),
  missing: () =>
    new Option('--missing <policy>', 'what to do with items that lack scores')
      .choices(['error', 'drop-items'] as const)
      .default('error' as const),
  missingJudgements: () =>
    new Option(
      '--missing <policy>',
      'what to do with missing scores: error, drop-items (leave out the items), or pairwise (compare each pair of systems on the items both have)',
    )
      .choices(['error', 'drop-items', 'pairwise'] as const)
      .default('error' as const),
  skipInvalid: () =>
    new Option(
      '--skip-invalid <file>',
      'write lines that cannot be read to this file, and go on without them',
    ),
  cost: () =>
    new Option(
      '--cost <model>',
      'cost model: its name (see `goldpan plugins`), or model:FILE from `goldpan fit-cost`',
    ),
  costOption: () =>
    new Option('--cost-option <name=value>', 'an option of the cost model; may be repeated')
      .argParser(collectPair)
      .default({} as Record<string, string>),
  ratingRule: () =>
    new Option(
      '--rating-rule <rule>',
      'how several judgements of an output become its score: mean, median or z-mean, or CRITERION=RULE; may be repeated; default: the score that is given, else the mean',
    )
      .argParser(collect)
      .default([] as string[]),
  costFromTimes: () =>
    new Option(
      '--cost-from-times',
      'items cost the seconds that their judgements took: the mean of a judgement without pauses, times the number of distinct outputs of the item',
    ).default(false),
  format: () =>
    new Option(
      '--format <name>',
      'format of the items; default: told from the input; see `goldpan convert --help`',
    ),
  formatOption: () =>
    new Option('--format-option <name=value>', 'an option of the format, also as a flag: --test-set wmt23')
      .argParser(collectPair)
      .default({} as Record<string, string>),
  vectors: () =>
    new Option(
      '--vectors <file>',
      'vectors of the sources or outputs, for selectors that compare them: .jsonl, .npy or .parquet; may be repeated',
    )
      .argParser(collect)
      .default([] as string[]),
  systems: () =>
    new Option(
      '--systems <names>',
      'systems that take part, separated by commas; may be repeated; default: all',
    )
      .argParser(collect)
      .default([] as string[]),
  withoutSystems: () =>
    new Option('--without-systems <names>', 'systems to leave out, separated by commas; may be repeated')
      .argParser(collect)
      .default([] as string[]),
  lowerIsBetter: () =>
    new Option(
      '--lower-is-better <names>',
      'score columns to turn round, separated by commas: ter becomes neg-ter, and the target keeps its name',
    )
      .argParser(collectList)
      .default([] as string[]),
  criterion: () =>
    new Option(
      '--criterion <name>',
      'the criterion whose judgements count, in place of human; overall: the mean of all, standardised, where no criterion is called so',
    ),
  showRaters: () =>
    new Option('--show-raters', 'call raters by their names; default: rater 1, rater 2, by order').default(
      false,
    ),
  html: () => new Option('--html <file>', 'write a report for a browser to this file'),
  timeLimit: () =>
    new Option(
      '--time-limit <seconds>',
      'a worker that takes longer for one replicate ends the command; 0 = no limit',
    )
      .argParser(wholeNumber)
      .default(600),
  workers: () =>
    new Option('--workers <number>', 'worker threads; 0 = none; default: one per core').argParser(
      wholeNumber,
    ),
  executor: () =>
    new Option(
      '--executor <name>',
      'where replicates are made: pool (threads here) or bullmq (other machines)',
    )
      .choices(['pool', 'bullmq'] as const)
      .default('pool' as const),
  redis: () =>
    new Option(
      '--redis <url>',
      'Redis or Valkey that workers listen to, without password: redis://host:6379, rediss:// for TLS; default: the environment variable GOLDPAN_REDIS_URL, which may have one',
    ),
};

export function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

/** Collects names that are repeated or separated by commas. */
export function collectList(value: string, before: string[] = []): string[] {
  return [...before, ...list(value)];
}

/** Collects repeated `name=value` flags; the last of a name counts. */
export function collectPair(value: string, before: Record<string, string>): Record<string, string> {
  const at = value.indexOf('=');
  if (at <= 0) throw new InvalidArgumentError('It must be name=value.');
  return { ...before, [value.slice(0, at)]: value.slice(at + 1) };
}

export function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(Number(value))) {
    throw new InvalidArgumentError('It must be a whole number of 0 or more.');
  }
  return Number(value);
}

export function positiveWholeNumber(value: string): number {
  if (wholeNumber(value) === 0) throw new InvalidArgumentError('It must be a whole number of 1 or more.');
  return Number(value);
}

/** A share of one: `0.95`, or `95%`. Whether it is in range is for the command to say. */
export function share(value: string): number {
  const percent = value.trim().endsWith('%');
  const number = numberIn(percent ? value.trim().slice(0, -1) : value);
  if (Number.isNaN(number)) throw new InvalidArgumentError('It must be a share such as 0.95, or 95%.');
  return percent ? number / 100 : number;
}

/** A difference in units of the judgements. */
export function amount(value: string): number {
  const number = numberIn(value);
  if (Number.isNaN(number))
    throw new InvalidArgumentError('It must be a number above 0, in units of the judgements, such as 0.5.');
  return number;
}

function numberIn(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}

/** Splits `a,b,c`. */
export function list(value: string): string[] {
  const names = value.split(',').map((name) => name.trim());
  return names.filter((name) => name !== '');
}
