import { cataloguedCodes } from '../generate/error-tables.js';
import type { PackageFacts } from '../generate/package-facts.js';

/** Where the codes that sources define, the catalogues, and the uses of the codes are not the same set, or two packages share one. */
export function checkErrors(facts: readonly PackageFacts[]): string[] {
  return [...facts.flatMap(disagreements), ...sharedCodes(facts)];
}

function disagreements(one: PackageFacts): string[] {
  const { name, defined } = one;
  const listed = new Set(cataloguedCodes(one).map(({ code }) => code));
  const made = new Set(defined.map(({ code }) => code));
  return [
    ...[...made].filter((code) => !listed.has(code)).map((code) => `${name}: ${code} is in no catalogue`),
    ...[...listed].filter((code) => !made.has(code)).map((code) => `${name}: nothing defines ${code}`),
    ...defined.filter(({ isUsed }) => !isUsed).map(({ code }) => `${name}: nothing throws ${code}`),
  ];
}

/** Callers test the code alone, so it must tell which error it is, whichever package threw it. */
function sharedCodes(facts: readonly PackageFacts[]): string[] {
  const owners = new Map<string, string>();
  const problems: string[] = [];
  for (const one of facts) {
    for (const { code } of cataloguedCodes(one)) {
      const owner = owners.get(code);
      if (owner !== undefined) problems.push(`${one.name}: ${code} is a code of ${owner} too`);
      owners.set(code, one.name);
    }
  }
  return problems;
}
