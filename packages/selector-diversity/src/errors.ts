import { defineError, didYouMean, quoteList } from '@goldpan/core';

export const missingOutput = defineError(
  'MISSING_OUTPUT',
  'A method compares outputs and one of them is missing.',
  (where: string, system: string, missing: number) => ({
    fields: { where, system, missing },
    what:
      `every item must have an output of every system; ${where} has none of system ${JSON.stringify(system)}` +
      (missing > 1 ? ` (${missing} outputs are missing in all)` : ''),
    advice: 'add the output, or leave out the item or the system',
  }),
);

export const missingSource = defineError(
  'MISSING_SOURCE',
  'A method compares sources and an item has none.',
  (where: string, missing: number) => ({
    fields: { where, missing },
    what:
      `every item must have a source; ${where} has none` +
      (missing > 1 ? ` (${missing} sources are missing in all)` : ''),
    advice: 'add the field "src", or set features to "outputs" or "scores"',
  }),
);

export const noFeatures = defineError(
  'NO_FEATURES',
  'The data does not have what items are to be compared by.',
  (who: string, features: string, available: readonly string[]) => ({
    fields: { who, features, available },
    what: `${who} with features=${features} needs ${features === 'system' ? 'outputs' : features}, which the data does not have`,
    advice:
      available.length === 0
        ? 'add sources, outputs or scores'
        : `set the option "features" to ${available.map((name) => JSON.stringify(name)).join(' or ')}`,
  }),
);

export const noVectors = defineError(
  'NO_VECTORS',
  'Vectors that should have come with the data are not there.',
  (what: string) => ({
    fields: { what },
    what: `embedding=data needs vectors of all ${what} in the data; it has none, or not for every item`,
    advice: 'add them (field "embedding"), or leave the option "embedding" at "auto"',
  }),
);

export const unknownSystem = defineError(
  'UNKNOWN_SYSTEM',
  'A system is named that the data does not have, or none is named where one is needed.',
  (system: string | undefined, known: readonly string[]) => ({
    fields: { system, known },
    what:
      system === undefined
        ? 'features=system needs the name of a system; none was given'
        : `the data has no system ${JSON.stringify(system)}${didYouMean(system, known)}`,
    advice: `set the option "system" to one of ${quoteList(known)}`,
  }),
);

export const modelNotNamed = defineError(
  'MODEL_NOT_NAMED',
  'A source of embeddings needs the name of a model and got none.',
  (embedding: string) => ({
    fields: { embedding },
    what: `embedding=${embedding} needs the option "model"; none was given`,
    advice:
      embedding === 'http'
        ? 'set it to the name under which the endpoint knows the model'
        : 'set it to the folder of a model, or to its name',
  }),
);

export const packageMissing = defineError(
  'PACKAGE_MISSING',
  'A method needs an optional package that is not installed or does not start.',
  (name: string, reason: string) => ({
    fields: { name, reason },
    what: `embedding=model needs the package ${name}, which could not be loaded (${reason})`,
    advice: `install it (npm i ${name}), or choose another embedding`,
  }),
);

export const modelNotLoaded = defineError(
  'MODEL_NOT_LOADED',
  'A sentence model is not on this machine or cannot be read.',
  (model: string, at: { isFolder: boolean; allowDownload: boolean; reason: string }) => ({
    fields: { model, ...at },
    what: `the sentence model ${JSON.stringify(model)} could not be loaded ${
      at.isFolder ? 'from this folder' : at.allowDownload ? 'or fetched' : 'from this machine'
    } (${at.reason})`,
    advice: at.isFolder
      ? 'it must have config.json, tokenizer.json, tokenizer_config.json and onnx/model.onnx'
      : at.allowDownload
        ? 'check the name and the network'
        : 'give the path of its folder, or set allow-download to true to fetch it',
  }),
);

export const endpointNotSet = defineError(
  'ENDPOINT_NOT_SET',
  'Embeddings are to come from an endpoint whose address is not set or is none.',
  (url: string | undefined) => ({
    fields: { url },
    what: `embedding=http needs the address of an endpoint; ${url === undefined ? 'none is set' : `got ${JSON.stringify(url)}`}`,
    advice:
      'set the environment variable GOLDPAN_EMBEDDINGS_URL, such as http://localhost:8080/v1, and GOLDPAN_EMBEDDINGS_KEY if it asks for a key',
  }),
);

export const embeddingRefused = defineError(
  'EMBEDDING_REFUSED',
  'An endpoint for embeddings could not be reached or answered with an error.',
  (url: string, reason: string, attempts: number) => ({
    fields: { url, reason, attempts },
    what: `${url} must answer with embeddings; after ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'} it did not (${reason})`,
    advice: 'check address, key and model',
  }),
);

export const embeddingAnswer = defineError(
  'EMBEDDING_ANSWER',
  'The answer of an endpoint for embeddings does not have the shape it should.',
  (url: string, expected: string, got: string) => ({
    fields: { url, expected, got },
    what: `the answer of ${url} must have ${expected}; ${got}`,
    advice: 'check that the endpoint speaks the embeddings protocol of OpenAI',
  }),
);

export const cacheMixed = defineError(
  'CACHE_MIXED',
  'Vectors that are kept for an embedder do not have the length of new ones.',
  (folder: string, one: number, another: number) => ({
    fields: { folder, lengths: [one, another] },
    what: `vectors of one embedder must have one length; those in ${folder} have ${one} and ${another} numbers`,
    advice: 'the model behind the name has changed: delete this folder',
  }),
);

export const boundsClash = defineError(
  'BOUNDS_CLASH',
  'No choice of the asked size meets all bounds. The text names those that cannot hold together.',
  (clash: {
    needs: readonly string[];
    need: number;
    limits: readonly string[];
    items: number;
    room: number;
  }) => ({
    fields: clash,
    what:
      `${listed(clash.needs)} ${clash.needs.length === 1 ? 'asks' : 'ask'} for ${clash.need} items, but there is room for ${clash.room}: ` +
      [
        ...(clash.limits.length > 0 ? [listed(clash.limits)] : []),
        ...(clash.items > 0 || clash.limits.length === 0
          ? [`${clash.items} ${clash.limits.length > 0 ? 'further ' : ''}items in the data`]
          : []),
      ].join(' and '),
    advice: 'relax one of these bounds or change the budget',
  }),
);

export const groupingsCross = defineError(
  'GROUPINGS_CROSS',
  'Bounds go by columns that cross each other in more than two ways.',
  (columns: readonly string[]) => ({
    fields: { columns },
    what: `bounds may go by two columns that cross, and by columns that divide these further; ${columns.join(', ')} cross in three ways`,
    advice: 'leave out one of the columns',
  }),
);

function listed(names: readonly string[], most = 8): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

export const budgetNotInItems = defineError(
  'BUDGET_NOT_IN_ITEMS',
  'A selector that chooses a set of a given size got a budget in another unit, or none.',
  (who: string) => ({
    fields: { who },
    what: `${who} chooses a given number of items and needs a budget in items`,
    advice: 'give a number or a share of items and no cost model, or use a selector that ranks',
  }),
);

export const streamedValueMissing = defineError(
  'STREAMED_VALUE_MISSING',
  'An item of a streamed pool lacks the vector or utility that it is chosen by.',
  (id: string, expected: string, got: unknown) => ({
    fields: { id, expected },
    what: `item ${JSON.stringify(id)} of the pool must have ${expected}; it has ${got === undefined ? 'none' : String(got)}`,
    advice: 'mend the item or leave it out of the pool',
  }),
);

export const poolChanged = defineError(
  'POOL_CHANGED',
  'A pool gave other items when it was read for the second time.',
  (first: number, second: number) => ({
    fields: { first, second },
    what: `a pool must give the same items each time it is read; it gave ${first} and then ${second}`,
    advice: 'make the pool a function that starts from the beginning at each call',
  }),
);

export const poolEmpty = defineError('POOL_EMPTY', 'A pool has no items.', () => ({
  fields: {},
  what: 'a pool must have at least one item; it has none',
  advice: 'check where its items come from',
}));

export const invalidSimilarity = defineError(
  'INVALID_SIMILARITY',
  'The similarity above which items count as near-duplicates is out of range.',
  (got: unknown) => ({
    fields: { got },
    what: `the greatest similarity of two kept items must be above 0 and at most 1; got ${String(got)}`,
    advice: 'give a number such as 0.9',
  }),
);
