import { CreateError } from './create-error.js';

/** The names that one argument gives. */
export interface PackageNames {
  /** Name of the selector, in kebab-case: `my-selector`. */
  readonly selector: string;
  /** Name of the package: `goldpan-selector-my-selector`, or with a scope. */
  readonly package: string;
  /** Name of the folder. */
  readonly folder: string;
}

const PREFIX = 'goldpan-selector-';

/**
 * Reads what the user calls the selector: `my-selector`, `goldpan-selector-my-selector` or `@scope/goldpan-selector-my-selector`.
 * Without a scope the package is called `goldpan-selector-…`, so that people find it.
 *
 * @throws CRE_INVALID_NAME
 */
export function packageNames(argument: string): PackageNames {
  const match = /^(?:(@[a-z0-9][a-z0-9._-]*)\/)?([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(argument);
  const selector = match?.[2].startsWith(PREFIX) ? match[2].slice(PREFIX.length) : match?.[2];
  if (match === null || !selector || !/^[a-z]/.test(selector)) {
    throw new CreateError(
      'CRE_INVALID_NAME',
      `the name of a selector must be in kebab-case, such as my-selector; got ${JSON.stringify(argument)}; choose another name`,
    );
  }
  const [, scope, name] = match;
  return {
    selector,
    package: scope ? `${scope}/${name}` : `${PREFIX}${selector}`,
    folder: name,
  };
}
