import { createRegistry, type LoadedPlugin, type Registry } from '@goldpan/core';

/** The registry of the plugins that a job names by their modules. */
export async function loadPlugins(specifiers: readonly string[]): Promise<Registry> {
  return createRegistry(await Promise.all(specifiers.map(loadPlugin)));
}

async function loadPlugin(specifier: string): Promise<LoadedPlugin> {
  return { plugin: (await import(specifier)).default, specifier };
}
