import { isHumanColumn, type Dataset, type Warning } from '@goldpan/core';

/**
 * Says where people would judge again what they have judged: some items of the data have judgements and others not, and some of those with
 * judgements are to be judged. O(N·S)
 *
 * @param toJudge - item indices
 * @param include - ids that are chosen because they were named
 */
export function judgedAlready(
  dataset: Dataset,
  toJudge: Uint32Array,
  include: readonly string[] = [],
): Warning[] {
  const { size, metrics, systems } = dataset;
  const columns = metrics.filter(isHumanColumn).map((metric) => dataset.scores(metric).values);
  const isJudged = (item: number) =>
    columns.some((values) => {
      for (let cell = item * systems.length; cell < (item + 1) * systems.length; cell++)
        if (!Number.isNaN(values[cell])) return true;
      return false;
    });
  let judged = 0;
  for (let item = 0; item < size; item++) judged += Number(isJudged(item));
  const named = new Set(include);
  const again = toJudge.filter((item) => isJudged(item) && !named.has(dataset.ids[item])).length;
  if (again === 0 || judged === size) return [];
  const [are, have] =
    again === 1 ? ['1 of these items is', 'it has'] : [`${again} of these items are`, 'they have'];
  const text = `${are} judged already, and people would judge what ${have} again. To go on from the ${judged} judged items of the data, write their ids into a file, one per line: --include FILE --include-free keeps them as they are beside new ones, and --exclude FILE leaves them out.`;
  return [{ code: 'JUDGED_ALREADY', text }];
}
