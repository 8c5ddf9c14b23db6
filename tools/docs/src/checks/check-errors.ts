import { cataloguedCodes } from '../generate/error-tables.js';
import type { PackageFacts } from '../generate/package-facts.js';

/** Where the codes that sources define, the catalogues, and the uses of the codes are not the same set. */
export function checkErrors(facts: readonly PackageFacts[]): string[] {
  return facts.flatMap((one) => {
    const listed = new Set(cataloguedCodes(one).map(({ code }) => code));
    const defined = new Set(one.defined.map(({ code }) => code));
    return [
      ...[...defined]
        .filter((code) => !listed.has(code))
        .map((code) => `${one.name}: ${code} is in no catalogue`),
      ...[...listed]
        .filter((code) => !defined.has(code))
        .map((code) => `${one.name}: nothing defines ${code}`),
      ...one.defined.filter(({ isUsed }) => !isUsed).map(({ code }) => `${one.name}: nothing throws ${code}`),
    ];
  });
}
