import { z } from '@goldpan/core';
import { badModel } from './errors.js';

/** The models of this package. */
export const IRT_MODELS = ['1pl', '2pl', '3pl', '4pl', 'continuous-2pl', 'continuous-4pl', 'graded'] as const;

/** The forms of noise around the curve of a continuous model. */
export const IRT_NOISES = ['constant', 'scaled'] as const;

const number = z.number();
const positive = z.number().positive();
const share = z.number().min(0).max(1);

const coding = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('as-is') }),
  z.object({ kind: z.literal('linear'), low: number, high: number }),
  z.object({ kind: z.literal('binary'), threshold: number }),
  z.object({ kind: z.literal('levels'), levels: z.array(number).min(3) }),
]);

const item = z.object({
  id: z.string(),
  discrimination: positive,
  difficulty: number,
  guessing: share.optional(),
  feasibility: share.optional(),
  thresholds: z.array(number).optional(),
  standardErrors: z.object({
    discrimination: z.number().min(0),
    difficulty: z.number().min(0),
    guessing: z.number().min(0).optional(),
    feasibility: z.number().min(0).optional(),
    thresholds: z.array(z.number().min(0)).optional(),
  }),
});

const schema = z.object({
  format: z.literal('goldpan-irt-1'),
  model: z.enum(IRT_MODELS),
  noise: z.object({ form: z.enum(IRT_NOISES), deviation: positive }).optional(),
  metric: z.string(),
  coding,
  abilities: z
    .array(z.object({ system: z.string(), ability: number, standardError: z.number().min(0) }))
    .min(2),
  items: z.array(item).min(1),
  fit: z.object({
    integrated: z.enum(['items', 'abilities']),
    converged: z.boolean(),
    passes: z.number().int().min(0),
    change: z.number(),
    logLikelihood: number,
    rmse: number,
    scores: z.number().int(),
    missing: z.number().int(),
  }),
  notes: z.array(z.string()),
});

/**
 * A fitted item response model: plain JSON.
 *
 * - `abilities`: θ of each system, higher = better; over the systems they have mean 0 and, with their own variance added,
 *   mean square 1.
 * - `items`: discrimination a (above 0), difficulty b (in units of ability, higher = harder) and, where the model has them,
 *   guessing c (lower asymptote), feasibility f (upper asymptote) and the thresholds of graded scores. The curve is
 *   c + (f − c) logistic(a(θ − b)).
 * - `noise`: of continuous scores. `constant`: its standard deviation σ. `scaled`: the variance is
 *   (σ/a)² (μ(1 − μ) + 0.01).
 * - `coding`: how scores were mapped before the fit; see `encodeScore` and `decodeScore`.
 * - `fit`: which side was integrated out, whether the search converged, the marginal log-likelihood, and the root mean
 *   squared error of the curves on the coded scores.
 * - `notes`: what a reader should know, such as items that all systems get right.
 */
export type IrtModel = z.infer<typeof schema>;

/** One item of a fitted model. */
export type IrtItem = IrtModel['items'][number];

/** How scores are mapped before a fit. */
export type ScoreCoding = IrtModel['coding'];

/** The name of a model. */
export type IrtModelName = IrtModel['model'];

/**
 * Checks a value read back from a file.
 *
 * @throws IRT_BAD_MODEL naming the first place that does not fit
 */
export function parseIrtModel(value: unknown): IrtModel {
  const result = schema.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw badModel(issue.path.join('.'), issue.message);
  }
  return result.data;
}

/** The text of a model file. */
export function irtModelText(model: IrtModel): string {
  return `${JSON.stringify(model)}\n`;
}
