import { awaitPlugin, parseOptions } from '@goldpan/core';
import { unknownFormat } from '../errors.js';
import { refuseSharedFiles } from '../io/refuse-shared-files.js';
import { builtInExporters } from './built-in-exporters.js';
import type { Exporter, ExportReport, ExportSource } from './exporter.js';

/** How items are exported. */
export interface ExportOptions {
  /** The name of an exporter. */
  readonly format: string;
  /** Options of the exporter, not yet checked. */
  readonly options?: unknown;
  /** The exporters to choose from; default the built-in ones. */
  readonly exporters?: readonly Exporter[];
  /** Default 0. */
  readonly seed?: number;
  readonly signal?: AbortSignal;
}

/** @throws UNKNOWN_FORMAT with the nearest name */
export function exporterNamed(name: string, exporters: readonly Exporter[]): Exporter {
  const exporter = exporters.find((candidate) => candidate.name === name);
  if (exporter !== undefined) return exporter;
  throw unknownFormat(
    'exporter',
    name,
    exporters.map((candidate) => candidate.name),
  );
}

/**
 * Writes items in any format there is an exporter for, whole or not at all.
 *
 * @throws UNKNOWN_FORMAT, INVALID_OPTIONS, CANNOT_EXPORT, WRITE_FAILED
 */
export async function exportItems(
  source: ExportSource,
  path: string,
  options: ExportOptions,
): Promise<ExportReport> {
  const { format, exporters = builtInExporters, seed = 0, signal } = options;
  const exporter = exporterNamed(format, exporters);
  const checked = parseOptions(`exporter ${JSON.stringify(format)}`, exporter.options, options.options);
  await refuseSharedFiles([path], source.file.files);
  const who = `exporter ${JSON.stringify(format)}`;
  return awaitPlugin(who, () => exporter.export(source, path, checked, { seed, signal }), signal);
}
