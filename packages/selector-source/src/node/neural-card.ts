import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from '@goldpan/core';
import { invalidNeuralModel } from '../errors.js';

/** The file in an exported model's folder that says what its numbers mean. */
export const CARD_FILE = 'goldpan-card.json';

const cardSchema = z.object({
  format: z.literal('goldpan-neural-source/1'),
  /** Where the model comes from, such as `zouharvi/PreCOMET-var`. */
  name: z.string().min(1),
  /** What the model predicts, in words. */
  predicts: z.string(),
  /** `higher-first` when sources with high predictions are to be judged sooner; `lower-first` when those with low ones are. */
  direction: z.enum(['higher-first', 'lower-first']),
  /** Sources are cut after this many tokens, special tokens included. */
  'max-tokens': z.int().min(2),
  /** The licence of the model. */
  licence: z.string(),
  /** Texts and what the original model predicts for them. */
  checks: z.array(z.object({ text: z.string(), prediction: z.number() })).default([]),
});

/** What an exported model predicts and how to read it. */
export type NeuralCard = Readonly<z.infer<typeof cardSchema>>;

/** Reads the card of an exported model. @throws INVALID_NEURAL_MODEL */
export async function readNeuralCard(folder: string): Promise<NeuralCard> {
  const fail = (problem: string) => invalidNeuralModel(folder, problem);
  const text = await readFile(join(folder, CARD_FILE), 'utf8').catch((error: Error) => {
    throw fail(`must have a readable ${CARD_FILE} (${error.message})`);
  });
  const parsed = cardSchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0];
  throw fail(`has a ${CARD_FILE} that is wrong at ${JSON.stringify(path.join('.'))} (${message})`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
