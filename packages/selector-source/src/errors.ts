import { defineError } from '@goldpan/core';

export const invalidTrainingSet = defineError(
  'INVALID_TRAINING_SET',
  'A data set to train on is not complete, or does not fit the others.',
  (set: string, problem: string, advice: string) => ({
    fields: { set, problem },
    what: `training set ${JSON.stringify(set)} ${problem}`,
    advice,
  }),
);

export const tooFewGroups = defineError(
  'TOO_FEW_GROUPS',
  'There are too few documents to train on for a cross-validation that means something.',
  (got: number, least: number) => ({
    fields: { got, least },
    what: `training needs at least ${least} documents (items without one count as their own); the data has ${got}`,
    advice: 'add past evaluations',
  }),
);

export const invalidTrainingOptions = defineError(
  'INVALID_TRAINING_OPTIONS',
  'An option of the training is out of range.',
  (option: string, requirement: string, got: unknown) => ({
    fields: { option, requirement, got },
    what: `training option ${JSON.stringify(option)} must be ${requirement}; got ${JSON.stringify(got) ?? String(got)}`,
    advice: 'mend this option, or leave it out for its default',
  }),
);

export const invalidSourceModel = defineError(
  'INVALID_SOURCE_MODEL',
  'Something given as a trained source model is not one, or was changed since it was trained.',
  (problem: string) => ({
    fields: { problem },
    what: `the source model ${problem}`,
    advice: 'train one with `goldpan train-source`, and give the file it wrote unchanged',
  }),
);

export const missingSources = defineError(
  'MISSING_SOURCES',
  'Items have no source text where a selector reads it; an empty text is a text.',
  (selector: string, items: number, where: string) => ({
    fields: { selector, items, where },
    what: `selector ${JSON.stringify(selector)} needs the source of every item; ${items} ${items === 1 ? 'item has' : 'items have'} none, first ${where}`,
    advice: 'add "src" to these items, or leave them out',
  }),
);

export const missingSourceVectors = defineError(
  'MISSING_SOURCE_VECTORS',
  'Embeddings of the sources are needed and are absent or of another length.',
  (who: string, needed: string, got: number | undefined) => ({
    fields: { who, needed, got },
    what: `${who} needs an embedding of ${needed} for every source; the data ${got === undefined ? 'lacks some or all' : `has embeddings of ${got} numbers`}`,
    advice: 'add "embedding": {"src": […]} to every item, or use what needs no embeddings',
  }),
);

export const invalidTop = defineError(
  'INVALID_TOP',
  'A stream of sources is ranked with a number to keep or a score that is out of range.',
  (problem: string) => ({
    fields: { problem },
    what: problem,
    advice: 'give a number of items of at least 1 and a function that scores every text',
  }),
);

export const invalidNeuralModel = defineError(
  'INVALID_NEURAL_MODEL',
  'A folder given as an exported neural model lacks a file or has a card that cannot be read.',
  (folder: string, problem: string) => ({
    fields: { folder, problem },
    what: `the neural model in ${JSON.stringify(folder)} ${problem}`,
    advice: 'export it anew with tools/export-neural/export.py',
  }),
);

export const neuralRuntimeMissing = defineError(
  'NEURAL_RUNTIME_MISSING',
  'A neural model is to be run and the package that runs it is not installed.',
  (reason: string) => ({
    fields: { reason },
    what: `selector "source-neural" needs the package @huggingface/transformers; it cannot be loaded (${reason})`,
    advice: 'npm install @huggingface/transformers',
  }),
);
