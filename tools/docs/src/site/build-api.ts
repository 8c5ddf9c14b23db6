import { join } from 'node:path';
import { Application, type ProjectReflection, ReflectionKind } from 'typedoc';
import { packageFolders, root } from '../paths.js';

/**
 * Writes the API reference of all published packages with TypeDoc: of everything that their `exports` name.
 *
 * @returns number of warnings
 */
export async function buildApi(target: string): Promise<number> {
  const app = await Application.bootstrapWithPlugins({
    name: 'Goldpan API',
    entryPointStrategy: 'packages',
    entryPoints: packageFolders().map((folder) => join(root, folder)),
    packageOptions: {
      tsconfig: 'tsconfig.lib.json',
      excludeInternal: true,
      // Core hands on zod's `z`, which has documentation of its own.
      excludeExternals: true,
      disableSources: true,
      validation: { notExported: false, invalidLink: true },
    },
    out: target,
    readme: 'none',
    navigationLinks: { Guide: '../index.html' },
    githubPages: false,
    hideGenerator: true,
    validation: { notExported: false, invalidLink: true, notDocumented: false },
  });
  const project = await app.convert();
  if (project === undefined) throw new Error('TypeDoc could not read the packages');
  nameByImport(project);
  await app.generateDocs(project, target);
  return app.logger.warningCount;
}

/** TypeDoc calls the entry points of a package `` and `node`, say; here each has the name that it is imported by. */
function nameByImport(project: ProjectReflection): void {
  for (const entry of project.getReflectionsByKind(ReflectionKind.Module)) {
    const owner = entry.parent;
    if (owner?.kindOf(ReflectionKind.Module)) entry.name = [owner.name, entry.name].filter(Boolean).join('/');
  }
}
