import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { SimulationJob } from './job.js';
import { pluginIdentity } from './plugin-identity.js';

/** What the outcomes of a job depend on, by name; JSON. */
export type CheckpointInputs = Readonly<Record<string, unknown>>;

const { version }: { version: string } = createRequire(import.meta.url)('../package.json');

/** Describes a job: the version of Goldpan, the plugins as they are now, plain settings as they are, and large values as hashes. */
export async function checkpointInputs(job: SimulationJob): Promise<CheckpointInputs> {
  const identities = await Promise.all(job.plugins.map(pluginIdentity));
  return {
    goldpan: version,
    ...Object.fromEntries(identities.map(({ name, ...rest }) => [`plugin ${name}`, rest])),
    ...settingsOf(job),
  };
}

function settingsOf(job: SimulationJob): CheckpointInputs {
  if (job.kind === 'compare') {
    const { folds, documents, plugins: _, ...settings } = job;
    return { ...settings, documents: hashOf(documents), data: hashOf(folds) };
  }
  const { columns, utilities, costs, plugins: _, ...settings } = job;
  return { ...settings, costs: hashOf(costs), utilities: hashOf(utilities), data: hashOf(columns) };
}

/** A hash that differs when anything in a value does; NaN, which JSON lacks, included. */
function hashOf(value: unknown): string {
  const text = JSON.stringify(value, (_key, member) => {
    if (!ArrayBuffer.isView(member)) return member;
    return sha256(new Uint8Array(member.buffer, member.byteOffset, member.byteLength));
  });
  return sha256(text ?? '');
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
