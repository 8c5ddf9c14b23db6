/** The name of the column that counts as truth unless the user names another. */
export const DEFAULT_TARGET = 'human';

/** Whether a score column holds human judgements: the target `human` or a further round `human_…`. */
export function isHumanColumn(metric: string): boolean {
  return metric === DEFAULT_TARGET || metric.startsWith(`${DEFAULT_TARGET}_`);
}
