import { isGoldpanError } from '@goldpan/core';
import { lilconfig } from 'lilconfig';
import { basename, dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ConfigValues } from './config-schema.js';
import { configFails } from './errors.js';

/** A configuration file that was found. */
export interface Config extends ConfigValues {
  /** The folder of the file, which its plugins are resolved from; undefined where there is none. */
  readonly folder?: string;
  /** Its path. */
  readonly file?: string;
}

/** The files that were read for a configuration. */
export function filesOfConfig({ file }: Config): string[] {
  return file === undefined ? [] : [file];
}

/**
 * The configuration of a folder or the nearest one above it; empty where there is none.
 *
 * @throws CONFIG_FAILS, INVALID_OPTIONS
 */
export async function loadConfig(folder: string): Promise<Config> {
  const places = ['goldpan.config.js', 'goldpan.config.mjs', 'goldpan.config.json'];
  const load = async (path: string) => (await import(pathToFileURL(path).href)).default;
  try {
    const found = await lilconfig('goldpan', {
      searchPlaces: places,
      loaders: { '.js': load, '.mjs': load },
    }).search(folder);
    if (found === null || found.isEmpty) return { plugins: [], defaults: {} };
    // Schemas take a while to load, and most calls have no configuration.
    const { configValues } = await import('./config-schema.js');
    const { filepath, config } = found;
    return { ...configValues(basename(filepath), config), folder: dirname(filepath), file: filepath };
  } catch (error) {
    throw isGoldpanError(error) ? error : configFails(error);
  }
}

/**
 * A command line with the defaults of a configuration put in: flags of the command that the line does not have, before those
 * it has.
 */
export function withDefaults(args: readonly string[], { defaults }: Config): string[] {
  const [command, ...rest] = args;
  if (command === undefined || !Object.hasOwn(defaults, command)) return [...args];
  const given = new Set(rest.map((word) => word.split('=')[0]));
  const flags = Object.entries(defaults[command]).flatMap(([name, value]) => {
    const flag = `--${name}`;
    if (given.has(flag) || value === false) return [];
    return value === true ? [flag] : [`${flag}=${value}`];
  });
  return [command, ...flags, ...rest];
}
