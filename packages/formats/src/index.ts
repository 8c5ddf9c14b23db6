export { errorCatalogue } from './error-catalogue.js';
export { formatsOf, type FormatPlugin, type Formats } from './format-plugin.js';
export type { InputProblem } from './reading/input-problem.js';
export { MAX_LINE_LENGTH } from './reading/line-splitter.js';
export { writeFileAtomic, type Content, type WriteOptions } from './io/write-file-atomic.js';
export { refuseSharedFiles } from './io/refuse-shared-files.js';
export { checkItems, type CheckedItems } from './items/check-items.js';
export type { ItemLines, ItemRecords, ItemsCounts, ItemsFile } from './items/items-file.js';
export type { ReadItemsOptions, ReadProgress } from './reading/read-options.js';
export { readItems } from './items/read-items.js';
export { withCosts } from './items/with-costs.js';
export { withSystems } from './items/with-systems.js';
export { writeItems, type ItemLine } from './items/write-items.js';
export { writeSelected, type SelectedEntry } from './items/write-selected.js';
export { withVectors } from './vectors/with-vectors.js';
export { builtInLoaders } from './loaders/built-in-loaders.js';
export { detectLoader, loaderNamed } from './loaders/find-loader.js';
export type { Intake, JsonDialect, JsonLine, Place, RecordPlace } from './reading/intake.js';
export type { RandomFile } from './reading/random-file.js';
export type { TextLine } from './reading/read-lines.js';
export { loadItems, type LoadItemsOptions } from './loaders/load-items.js';
export { defineLoader, type LoadedItem, type Loader } from './loaders/loader.js';
export { probeInput, type Probe } from './loaders/probe.js';
export { builtInExporters } from './exporters/built-in-exporters.js';
export { exporterNamed, exportItems, type ExportOptions } from './exporters/export-items.js';
export {
  defineExporter,
  type ExportContext,
  type Exporter,
  type ExportReport,
  type ExportSource,
} from './exporters/exporter.js';
export { annotatorAgreement, type AnnotatorAgreement } from './annotators/agreement.js';
