import { invalidSourceModel } from '../errors.js';
import { featureColumns } from '../features/feature-spec.js';
import { surfaceNames } from '../features/surface-features.js';
import { modelChecksum } from './model-checksum.js';
import { MODEL_FORMAT, sourceModelSchema, type SourceModel } from './source-model.js';

/**
 * Checks that a parsed model file is a source model this version can use, and that it is as it was written.
 *
 * @throws INVALID_SOURCE_MODEL saying what does not fit
 */
export async function readSourceModel(value: unknown): Promise<SourceModel> {
  const format = (value as { format?: unknown } | null | undefined)?.format;
  if (format !== MODEL_FORMAT)
    throw invalidSourceModel(
      `must have the format ${JSON.stringify(MODEL_FORMAT)}; got ${JSON.stringify(format) ?? 'none'}`,
    );
  const parsed = sourceModelSchema.safeParse(value);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0];
    throw invalidSourceModel(`has a wrong ${JSON.stringify(path.join('.'))} (${message})`);
  }
  const model = parsed.data;
  checkShape(model);
  const checksum = await modelChecksum(model);
  if (checksum !== model.checksum)
    throw invalidSourceModel(`has the checksum ${model.checksum}, but its content has ${checksum}`);
  return model;
}

function checkShape({ features, ...model }: SourceModel): void {
  if (features.surface.join() !== surfaceNames.join())
    throw invalidSourceModel('was trained on other surface features than this version of Goldpan has');
  if (features.embedding > 0 !== (model.embedder !== undefined))
    throw invalidSourceModel('must name the embedder where it has embeddings, and nowhere else');
  const lengths: [string, ArrayLike<number>, number][] = [
    ['documentFrequencies', model.documentFrequencies, 2 ** features.bits],
    ['surfaceMeans', model.surfaceMeans, features.surface.length],
    ['surfaceDeviations', model.surfaceDeviations, features.surface.length],
    ['weights', model.weights, featureColumns(features)],
  ];
  for (const [name, numbers, length] of lengths) {
    if (numbers.length !== length)
      throw invalidSourceModel(`must have ${length} ${name}; it has ${numbers.length}`);
  }
}
