import { setMember } from '../json/set-member.js';
import { itemsFile, type ItemLines, type ItemsFile } from './items-file.js';

/**
 * The items with costs: in the dataset and, as the last member, in every line. Where a cost is NaN the item keeps what it has.
 *
 * @param costs - shape (items)
 */
export function withCosts(file: ItemsFile, costs: Float64Array): ItemsFile {
  const { dataset, records: _, ...found } = file;
  const before = dataset.costs;
  const all = costs.map((cost, item) => (Number.isNaN(cost) ? (before?.[item] ?? NaN) : cost));
  const lines: ItemLines['lines'] = async function* (items) {
    let next = 0;
    for await (const line of file.lines(items)) {
      const cost = costs[items?.[next] ?? next];
      next++;
      yield Number.isNaN(cost) ? line : setMember(line, 'cost', String(cost));
    }
  };
  return itemsFile({ ...found, lines, dataset: Object.freeze({ ...dataset, costs: all }) });
}
