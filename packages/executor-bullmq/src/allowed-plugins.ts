import { pluginIdentity, type PluginIdentity } from '@goldpan/simulation';
import { refused } from './errors.js';

/** A plugin that a worker may load. */
export interface AllowedPlugin extends PluginIdentity {
  /** What `import()` takes on this machine. */
  readonly specifier: string;
}

/** Loads the plugins that a worker allows, by what `import()` takes. */
export function allowedPlugins(specifiers: readonly string[]): Promise<AllowedPlugin[]> {
  return Promise.all(
    specifiers.map(async (specifier) => ({ ...(await pluginIdentity(specifier)), specifier })),
  );
}

/**
 * The modules, on this machine, of the plugins that a run asks for. Nothing is loaded because a run names it: each must be among the
 * allowed ones, with the same version and the same module to the letter.
 *
 * @throws REFUSED naming each that is not
 */
export function specifiersOf(
  asked: readonly PluginIdentity[],
  allowed: readonly AllowedPlugin[],
): readonly string[] {
  const found = asked.map(({ name }) => allowed.find((one) => one.name === name));
  const problems = asked.flatMap((one, k) => problemOf(one, found[k]));
  if (problems.length > 0) throw refused(problems.join('; '));
  return found.map((one) => one!.specifier);
}

function problemOf(asked: PluginIdentity, here: AllowedPlugin | undefined): string[] {
  const name = `plugin ${JSON.stringify(asked.name)}`;
  if (here === undefined) return [`${name} is none of those that this worker allows`];
  if (here.version !== asked.version)
    return [`${name} is asked for in version ${asked.version}, and here in ${here.version}`];
  return here.module === asked.module ? [] : [`${name} has another module here than where it is asked for`];
}
