import { invalidNeuralModel } from '../errors.js';
import type { Regressor } from './regressor.js';

/** How far a prediction may be from the original's, as a share of the range of the original's predictions. */
const TOLERANCE = 0.01;

/**
 * Whether model, tokenizer and runtime together do here what the original did where it was exported: predicts the texts in the
 * card and compares. A card without texts checks nothing.
 *
 * @throws INVALID_NEURAL_MODEL naming the first text that differs
 */
export async function checkPredictions(regressor: Regressor, folder: string): Promise<void> {
  const { checks } = regressor.card;
  const originals = checks.map(({ prediction }) => prediction);
  const allowed = TOLERANCE * Math.max(1e-3, Math.max(...originals) - Math.min(...originals));
  for (const { text, prediction } of checks) {
    const [got] = await regressor.predict([regressor.encode(text)]);
    if (!(Math.abs(got - prediction) <= allowed)) {
      const shown = JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
      throw invalidNeuralModel(
        folder,
        `predicts ${got} for ${shown}, but the original predicted ${prediction}`,
      );
    }
  }
}
