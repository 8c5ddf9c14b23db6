import { createRegistry, type Plugin, type Registry } from '@goldpan/core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definedCodes, sourcesOf, type DefinedCode } from './defined-codes.js';
import { packageFolders, root } from '../paths.js';

/** One line of a catalogue. */
export interface CatalogueLine {
  readonly code: string;
  readonly summary: string;
}

/** What the documentation needs to know of a package. */
export interface PackageFacts {
  readonly name: string;
  /** From the root of the workspace. */
  readonly folder: string;
  readonly description: string;
  /** What its `errorCatalogue` says; undefined where it exports none. */
  readonly catalogue?: readonly CatalogueLine[];
  /** The codes its source defines. */
  readonly defined: readonly DefinedCode[];
  readonly plugin?: Plugin;
}

/** Reads and imports every published package. */
export async function packageFacts(): Promise<PackageFacts[]> {
  const sources = packageFolders().map((folder) => ({ folder, sources: sourcesOf(folder) }));
  const everywhere = sources.flatMap((one) => one.sources);
  return Promise.all(
    sources.map(({ folder, sources }) => factsOf(folder, definedCodes(sources, everywhere))),
  );
}

async function factsOf(folder: string, defined: readonly DefinedCode[]): Promise<PackageFacts> {
  const { name, description } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const module = await import(name);
  const plugin = module.default as Plugin | undefined;
  return {
    name,
    folder,
    description,
    catalogue: module.errorCatalogue,
    defined,
    plugin: plugin?.selectors || plugin?.costModels ? plugin : undefined,
  };
}

/** All plugins of the workspace. */
export function registryOf(facts: readonly PackageFacts[]): Registry {
  return createRegistry(facts.flatMap(({ name, plugin }) => (plugin ? [{ plugin, specifier: name }] : [])));
}
