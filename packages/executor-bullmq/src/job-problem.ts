import type { CompareJob, PlanJob } from '@goldpan/simulation';
import { z } from 'zod';
import type { Members } from './members.js';

const floats = z.instanceof(Float64Array);
const texts = z.array(z.string());
const counts = z.int().min(1);
const share = z.number().gt(0).max(1);

const settings = {
  shares: z.array(share).min(1).max(10_000),
  resampling: z.strictObject({
    unit: z.enum(['items', 'documents']),
    method: z.enum(['bootstrap', 'subsample']),
    items: counts.optional(),
  }),
  permutations: counts.max(1e7),
  missing: z.literal('pairwise').optional(),
  estimate: z.string().optional(),
  seed: z.int(),
  plugins: texts,
};

const matrix = z
  .object({ items: counts, systems: counts, values: floats })
  .refine(({ items, systems, values }) => values.length === items * systems, 'a matrix of another length');

const columns = z
  .looseObject({ ids: texts, systems: texts, metrics: texts, scores: z.array(floats) })
  .refine(
    ({ ids, systems, metrics, scores }) =>
      scores.length === metrics.length &&
      scores.every(({ length }) => length === ids.length * systems.length),
    'scores of another length',
  );

const plan = z.strictObject({
  ...settings,
  kind: z.literal('plan'),
  columns,
  truth: z.string(),
  selector: z.string(),
  options: z.unknown(),
  utilities: floats.optional(),
  costs: floats.optional(),
  goal: z.strictObject({
    text: z.string(),
    measure: z.string(),
    higherIsBetter: z.boolean(),
    value: z.number().nullable(),
    randomShare: share.optional(),
  }),
  knowsRandom: z.literal(true).optional(),
} satisfies Members<PlanJob>);

const indices = z.instanceof(Uint32Array);
const choice = z.union([
  z.strictObject({ ranking: indices }),
  z.strictObject({ chosen: z.array(indices) }),
  z.null(),
]);

const compare = z.strictObject({
  ...settings,
  kind: z.literal('compare'),
  measure: z.string(),
  folds: z
    .array(
      z.strictObject({
        truth: matrix,
        judged: z.looseObject({ systems: texts, judgements: matrix }).optional(),
        choices: z.array(choice),
      }),
    )
    .min(1),
  foldsPerReplicate: counts,
  randomOrders: counts.max(1e6),
  documents: indices.optional(),
} satisfies Members<CompareJob>);

const job = z.discriminatedUnion('kind', [plan, compare]);

/** What is wrong with the form of something that should be a job; undefined where nothing is. O(items). */
export function jobProblem(value: unknown): string | undefined {
  const { error } = job.safeParse(value);
  if (error === undefined) return undefined;
  const [{ path, message }] = error.issues;
  return `${path.join('.') || 'it'}: ${message}`;
}
