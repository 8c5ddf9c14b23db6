import { readFileSync } from 'node:fs';
import { checkPackage, createPackageFromTarballData, type Problem } from '@arethetypeswrong/core';

/** Importing ES modules with `require`, and Node 10, are not meant to work. */
const OTHERS: readonly string[] = ['node10', 'node16-cjs'];

/**
 * What is wrong with the types of a tarball for those who import it as an ES module.
 *
 * @param excludeEntrypoints - entries that nobody is to import; default none
 */
export async function typeProblems(tarball: string, excludeEntrypoints: string[] = []): Promise<Problem[]> {
  const packed = createPackageFromTarballData(readFileSync(tarball));
  const result = await checkPackage(packed, { excludeEntrypoints });
  if (!result.types) throw new Error(`${tarball} must have types; it has none`);
  return result.problems.filter(
    (problem) => !('resolutionKind' in problem && OTHERS.includes(problem.resolutionKind)),
  );
}
