import type { ExportReport } from '@goldpan/formats';
import { exporterNamed, exportItems, withSystems } from '@goldpan/formats';
import { resolve } from 'node:path';
import { chosenSystems } from './chosen-systems.js';
import { withCostsOfTimes } from './costs-of-times.js';
import { loadItems } from './load-items.js';
import { loadFormats } from './load-plugins.js';
import { optionValues, type OptionValues } from './option-values.js';
import type { DataOptions } from './question.js';
import { folderOf, writing } from './surroundings.js';
import { version } from './version.js';

/** What can be said when data is converted. */
export interface ConvertQuestion extends Omit<DataOptions, 'criterion'> {
  /** The format of the output. */
  readonly to: string;
  /** Its options; a text is read by the type of its option. */
  readonly toOptions?: OptionValues;
  /** File or folder to write. */
  readonly output: string;
  /** Of formats that draw; default 0. */
  readonly seed?: number;
}

/** What was converted. */
export interface ConvertDocument extends ExportReport {
  readonly goldpan: string;
  readonly command: 'convert';
  readonly seed: number;
  /** The format of the input. */
  readonly from: string;
  readonly to: string;
}

/**
 * Reads evaluation data of one format and writes it in another.
 *
 * @throws UNKNOWN_FORMAT, NO_SUCH_SYSTEM, NO_SYSTEM_LEFT, WRITE_FAILED and what loading and the format throw
 */
export async function convert(
  input: string | readonly string[],
  options: ConvertQuestion,
): Promise<ConvertDocument> {
  const { to, toOptions = {}, output, seed = 0, signal, onNote } = options;
  // Exporters read texts from the input again: memory need hold them only where costs are told from times, which count distinct outputs.
  const texts = options.costFromTimes ?? false;
  const read = await loadItems(input, { ...writing(options, [output]), texts });
  const dataset = chosenSystems(read.dataset, options);
  const chosen = dataset === read.dataset ? read : withSystems(read, dataset);
  const file = withCostsOfTimes(chosen, options);
  const { exporters } = await loadFormats(options);
  const report = await exportItems({ file }, resolve(folderOf(options), output), {
    format: to,
    options: optionValues(exporterNamed(to, exporters).options, toOptions),
    exporters,
    seed,
    signal,
  });
  for (const note of report.notes) onNote?.(`note: ${note}`);
  return { goldpan: version, command: 'convert', seed, from: file.format, to, ...report };
}
