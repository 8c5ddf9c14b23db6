import type { NeuralCard } from './neural-card.js';

/** A neural model that gives each text one number, loaded and ready. */
export interface Regressor {
  readonly card: NeuralCard;
  /** The token ids of a text, cut at the limit; the special token at the end stays. */
  encode(text: string): readonly number[];
  /** One number per encoded text of a batch, as the model gives them. */
  predict(batch: readonly (readonly number[])[]): Promise<Float64Array>;
  /** Frees the memory of the model. */
  close(): Promise<unknown>;
}
