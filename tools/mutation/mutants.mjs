import { Instrumenter } from '@stryker-mutator/instrumenter';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SILENT = { debug() {}, info() {}, warn() {}, error() {}, isDebugEnabled: () => false };

/** All mutants of the sources of a package that can be tried; `id` is where a mutant stands in the list of all. */
export async function mutantsOf(name) {
  const { mutants } = await instrument(sourcesOf(name), () => true);
  return mutants.filter(({ status }) => status !== 'Ignored');
}

/** The sources of a package with switches for some mutants: path → text. */
export async function sourcesWith(name, ids) {
  const { files } = await instrument(sourcesOf(name), (id) => ids.has(id));
  return new Map(files.map((file) => [file.name, file.content]));
}

/** A seeded sample, the same in any clone for as long as the mutants are the same. */
export function sampleOf(mutants, size, seed) {
  return mutants
    .map((mutant) => ({ mutant, order: drawOrder(seed, mutant) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .slice(0, size)
    .map(({ mutant }) => mutant);
}

function drawOrder(seed, { fileName, location, mutatorName, replacement }) {
  const identity = [seed, fileName, location, mutatorName, replacement];
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex');
}

function sourcesOf(name) {
  const folder = `packages/${name}/src`;
  return readdirSync(folder, { recursive: true })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith('.ts') && !/(^|\/)(index|error-catalogue)\.ts$/.test(path))
    .sort();
}

/** Stryker numbers mutants as it finds them; one that is ignored gets its number, but no switch. */
function instrument(paths, isWanted) {
  const instrumenter = new Instrumenter(SILENT);
  const transform = instrumenter._transform;
  instrumenter._transform = (ast, collector, context) => {
    const collect = collector.collect.bind(collector);
    const choosy = Object.create(collector, {
      collect: {
        value: (file, node, mutable, offset) =>
          collect(file, node, wanted(mutable, String(collector.mutants.length)), offset),
      },
    });
    transform(ast, choosy, context);
  };
  const wanted = (mutable, id) =>
    isWanted(id) ? mutable : { ...mutable, ignoreReason: 'not in the sample' };
  const files = paths.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  return instrumenter.instrument(files, { plugins: null, excludedMutations: [], ignorers: [] });
}
