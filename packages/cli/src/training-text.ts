import { correlationInWords, type TrainSourceDocument } from '@goldpan/workflows';

/** What was learned and how well it predicts, for people. */
export function trainingText(result: TrainSourceDocument): string {
  const verdict = result.reliable
    ? 'It predicts held-out items better than chance.'
    : 'It is NOT shown to predict held-out items: the interval includes 0.';
  return `${result.file}: ${result.utility}, learned from ${result.sources} sources.\nRank correlation on held-out items ${correlationInWords(result)}. ${verdict}\n`;
}
