import { datasetFromColumns, type Dataset, type JudgedData } from '@goldpan/core';

/** Judged data as a dataset, whose items are called by their numbers: the judgements are `human`, or not there where nobody is to see them. */
export function judgedDataset(
  { systems, judgements, metrics, documents }: JudgedData,
  { withHuman }: { withHuman: boolean },
): Dataset {
  return datasetFromColumns({
    ids: Array.from({ length: judgements.items }, (_, item) => String(item)),
    systems,
    metrics: [...(withHuman ? ['human'] : []), ...metrics.map(({ name }) => name)],
    scores: [...(withHuman ? [judgements.values] : []), ...metrics.map(({ scores }) => scores.values)],
    ...(documents && { documents: Array.from(documents, String) }),
  });
}
