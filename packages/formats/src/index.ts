export { errorCatalogue } from './error-catalogue.js';
export type { InputProblem } from './input-problem.js';
export { MAX_LINE_LENGTH } from './io/line-splitter.js';
export { writeFileAtomic, type Content, type WriteOptions } from './io/write-file-atomic.js';
export type { ItemsCounts, ItemsFile } from './items/items-file.js';
export { readItems, type ReadItemsOptions, type ReadProgress } from './items/read-items.js';
export type { LineIndex } from './items/read-lines-of.js';
export { writeItems, type ItemLine } from './items/write-items.js';
export { writeSelected, type SelectedEntry } from './items/write-selected.js';
