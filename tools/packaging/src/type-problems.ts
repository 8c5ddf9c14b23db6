import { readFileSync } from 'node:fs';
import { checkPackage, createPackageFromTarballData, type Problem } from '@arethetypeswrong/core';

/** Importing ES modules with `require`, and Node 10, are not meant to work. */
const OTHERS: readonly string[] = ['node10', 'node16-cjs'];

/** What is wrong with the types of a tarball for those who import it as an ES module. */
export async function typeProblems(tarball: string): Promise<Problem[]> {
  const result = await checkPackage(createPackageFromTarballData(readFileSync(tarball)));
  if (!result.types) throw new Error(`${tarball} must have types; it has none`);
  return result.problems.filter(
    (problem) => !('resolutionKind' in problem && OTHERS.includes(problem.resolutionKind)),
  );
}
