import type { Dataset } from '@goldpan/core';
import type { IrtModel } from './irt-model.js';
import { encodeScore } from './score-coding.js';

/**
 * The scores that a model was fitted to, in the JSON lines that py-irt reads: one line per system,
 * `{"subject_id", "responses": {item id: coded score}}`. Missing scores are left out.
 *
 * @param dataset - the data of the fit
 * @throws UNKNOWN_METRIC
 * @remarks O(N·S). JSON readers may sort ids that look like whole numbers; py-irt does not mind.
 */
export function pyIrtJsonl(
  dataset: Dataset,
  { metric, coding }: Pick<IrtModel, 'metric' | 'coding'>,
): string {
  const { systems, values } = dataset.scores(metric);
  const lines = dataset.systems.map((system, s) => {
    const responses = dataset.ids.flatMap((id, item) => {
      const score = encodeScore(coding, values[item * systems + s]);
      return Number.isNaN(score) ? [] : [`${JSON.stringify(id)}:${JSON.stringify(score)}`];
    });
    return `{"subject_id":${JSON.stringify(system)},"responses":{${responses.join(',')}}}\n`;
  });
  return lines.join('');
}
