import type { Dataset } from '@goldpan/core';
import type { Family } from './families/family.js';
import type { IrtModel } from './irt-model.js';
import type { Estimate } from './kernels/estimate.js';
import type { Responses } from './kernels/expectation.js';
import { pointsOf } from './kernels/parameters.js';
import { notesOn } from './notes.js';
import { reportedCoordinates, reportItem } from './report-item.js';

/** A fit and what it was made from. */
export interface Fit {
  readonly dataset: Dataset;
  readonly responses: Responses;
  readonly family: Family;
  readonly estimate: Estimate;
  readonly integrated: 'items' | 'abilities';
  readonly model: IrtModel['model'];
  readonly metric: string;
  readonly coding: IrtModel['coding'];
  readonly noise?: Pick<NonNullable<IrtModel['noise']>, 'form'>;
}

/** The fitted model in the usual parameters. */
export function reportModel(fit: Fit): IrtModel {
  const { dataset, responses, estimate, integrated, model, metric, coding, noise } = fit;
  const { parameters, converged, passes, change, logEvidence } = estimate;
  const missing = responses.values.reduce((count, score) => count + (Number.isNaN(score) ? 1 : 0), 0);
  return {
    format: 'goldpan-irt-1',
    model,
    ...(noise && { noise: { ...noise, deviation: Math.exp(parameters.shared[0]) } }),
    metric,
    coding,
    abilities: dataset.systems.map((system, s) => ({
      system,
      ability: parameters.abilities[s],
      standardError: Math.sqrt(Math.max(estimate.abilities[s], 0)),
    })),
    items: reportItems(fit),
    fit: {
      integrated,
      converged,
      passes,
      change,
      logLikelihood: logEvidence,
      rmse: rootMeanSquare(fit),
      scores: responses.values.length - missing,
      missing,
    },
    notes: notesOn({ dataset, responses, model, converged, passes }),
  };
}

function reportItems({ dataset, family, estimate }: Fit) {
  const { means, covariances, width, parameters } = estimate;
  const names = reportedCoordinates(family);
  const dimensions = parameters.mean.length;
  return dataset.ids.map((id, item) => {
    const own = means.subarray(item * dimensions, (item + 1) * dimensions);
    const point = width > dimensions ? Float64Array.of(parameters.shared[0], ...own) : own;
    return reportItem(names, {
      id,
      point,
      covariance: covariances.subarray(item * width * width, (item + 1) * width * width),
    });
  });
}

/** Of the differences between coded scores and the items' curves. */
function rootMeanSquare({ family, responses, estimate }: Fit): number {
  const { systems, values } = responses;
  const { abilities } = estimate.parameters;
  let squares = 0;
  let count = 0;
  pointsOf(estimate.means, estimate.parameters).forEach((point, item) => {
    for (let s = 0; s < systems; s++) {
      const score = values[item * systems + s];
      if (Number.isNaN(score)) continue;
      squares += (score - family.curve(abilities[s], point)) ** 2;
      count++;
    }
  });
  return Math.sqrt(squares / count);
}
