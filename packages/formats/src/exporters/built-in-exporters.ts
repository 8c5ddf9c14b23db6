import { annotationExporter } from '../annotation/annotation-exporter.js';
import { platforms } from '../annotation/platforms/platforms.js';
import type { Exporter } from './exporter.js';
import { inspectSamplesExporter } from './inspect-samples.js';
import { itemsExporter } from './items-exporter.js';
import { lmEvalSamplesExporter } from './lm-eval-samples.js';
import { longCsvExporter } from './long-csv.js';

/** The exporters that come with this package. */
export const builtInExporters: readonly Exporter[] = [
  itemsExporter,
  longCsvExporter,
  lmEvalSamplesExporter,
  inspectSamplesExporter,
  ...platforms.map(annotationExporter),
];
