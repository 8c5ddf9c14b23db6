import { resolveMetric, type IrtDocument, type ItemParameters, type Warning } from '@goldpan/core';
import { writeFileAtomic } from '@goldpan/formats';
import {
  describeIrt,
  fitIrt,
  irtCurves,
  irtModelText,
  itemParametersJson,
  pyIrtJsonl,
  type DescribedItem,
  type IrtModel,
  type IrtOptions,
} from '@goldpan/selector-irt';
import { resolve } from 'node:path';
import { finiteOrNull } from './finite-or-null.js';
import { givenData, type ItemsInput } from './given-data.js';
import type { DataOptions } from './question.js';
import { folderOf, writing } from './surroundings.js';
import { targetOf } from './target-of.js';
import { version } from './version.js';

/** Items whose curves a document has. */
const CURVES = 12;

/** What can be said when an item response model is fitted. */
export interface IrtQuestion extends DataOptions, Pick<IrtOptions, 'model' | 'noise' | 'binarise' | 'range'> {
  /** The scores to fit; default: those of the only automatic metric. */
  readonly metric?: string;
  /** A file for the model, which selectors take as the option `model`. */
  readonly saveModel?: string;
  /** A file for the item parameters, under the names of py-irt. */
  readonly itemParameters?: string;
  /** A file for the scores, as the JSON lines that py-irt reads. */
  readonly pyIrt?: string;
}

/**
 * Fits an item response model: abilities of systems; difficulty, discrimination and information of items, the most informative
 * first.
 *
 * @throws METRIC_NOT_CHOSEN, UNKNOWN_METRIC, UNKNOWN_CRITERION, WRITE_FAILED and what loading and fitting throw
 * @example
 * ```ts
 * import { datasetFromItems } from '@goldpan/core';
 * import { irt } from '@goldpan/workflows';
 *
 * const answers = ['101', '100', '110', '001', '101', '100'].map((row) => row.split('').map(Number));
 * const items = answers.map(([A, B, C]) => ({ scores: { A: { right: A }, B: { right: B }, C: { right: C } } }));
 * const { model, abilities } = await irt(datasetFromItems(items), { metric: 'right' });
 * model; // → '2pl'
 * abilities.map(({ system }) => system); // → ['A', 'C', 'B']
 * ```
 */
export async function irt(input: ItemsInput, options: IrtQuestion = {}): Promise<IrtDocument> {
  const { dataset, info } = await givenData(input, {
    ...writing(options, [options.saveModel, options.itemParameters, options.pyIrt]),
    texts: false,
  });
  const { criterion, noise, binarise, range } = options;
  const metric =
    criterion === undefined
      ? resolveMetric(dataset, options.metric)
      : targetOf(dataset, { criterion }).columns[0];
  const model = fitIrt(dataset, {
    metric,
    model: options.model,
    noise,
    ...(binarise !== undefined && { binarise }),
    ...(range !== undefined && { range }),
  });
  for (const [file, text] of [
    [options.saveModel, () => irtModelText(model)],
    [options.itemParameters, () => itemParametersJson(model)],
    [options.pyIrt, () => pyIrtJsonl(dataset, model)],
  ] as const) {
    if (file !== undefined) await writeFileAtomic(resolve(folderOf(options), file), text());
  }
  return irtDocument(model, info);
}

function irtDocument(model: IrtModel, data: IrtDocument['data']): IrtDocument {
  const { abilities, items } = describeIrt(model);
  const curves = irtCurves(model, { items: items.slice(0, CURVES).map(({ id }) => id) });
  const points = (information: readonly number[]) =>
    information.map((value, k) => ({ ability: curves.abilities[k], information: value }));
  const curveOf = new Map(curves.items.map(({ id, information }) => [id, points(information)]));
  const { rmse, logLikelihood } = model.fit;
  return {
    goldpan: version,
    command: 'irt',
    seed: 0,
    data,
    model: model.model,
    metric: model.metric,
    abilities: abilities.map(({ system, ability, standardError: se, low, high }) => ({
      system,
      ability,
      se,
      low,
      high,
    })),
    items: items.map((item) => ({
      ...parametersOf(item),
      ...(curveOf.has(item.id) && { curve: curveOf.get(item.id) }),
    })),
    information: points(curves.test.information),
    fit: { logLikelihood: finiteOrNull(logLikelihood), rmse: finiteOrNull(rmse) },
    warnings: warningsOf(model),
  };
}

function parametersOf(item: DescribedItem): ItemParameters {
  const { id, difficulty, discrimination, guessing, feasibility, information, share } = item;
  return {
    id,
    parameters: {
      difficulty,
      discrimination,
      ...(guessing !== undefined && { guessing }),
      ...(feasibility !== undefined && { feasibility }),
      information,
    },
    share,
  };
}

function warningsOf({ notes, fit }: IrtModel): Warning[] {
  const text = `The search did not come to rest in ${fit.passes} passes: take the numbers as rough.`;
  return [
    ...(fit.converged ? [] : [{ code: 'NOT_CONVERGED', text }]),
    ...notes.map((note) => ({ code: 'NOTE', text: note })),
  ];
}
