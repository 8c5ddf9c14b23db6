import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CreateError } from './create-error.js';
import { packageNames, type PackageNames } from './package-names.js';

const TEMPLATE = fileURLToPath(new URL('../template', import.meta.url));

/** What was made. */
export interface CreatedSelector extends PackageNames {
  /** The folder's path. */
  readonly path: string;
  /** Its files, relative to the folder. */
  readonly files: readonly string[];
}

/**
 * Makes the package of a selector: source, tests with the conformance kit, and what builds them. Nothing is overwritten.
 *
 * @param argument - what the selector is called, with or without scope and `goldpan-selector-`
 * @param parent - where the folder goes
 * @throws CRE_INVALID_NAME, CRE_FOLDER_EXISTS
 */
export function createSelector(argument: string, parent: string): CreatedSelector {
  const names = packageNames(argument);
  const path = join(parent, names.folder);
  requireNew(path);
  const files = filesOf(TEMPLATE).map((file) => {
    const target = filledIn(join(dirname(file), fileName(file)), names);
    mkdirSync(join(path, dirname(target)), { recursive: true });
    writeFileSync(join(path, target), filledIn(readFileSync(join(TEMPLATE, file), 'utf8'), names), {
      flag: 'wx',
    });
    return target;
  });
  return { ...names, path, files: files.sort() };
}

/** Version of this package, which is that of all Goldpan packages. */
export function goldpanVersion(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
}

function requireNew(path: string): void {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry === undefined || (entry.isDirectory() && readdirSync(path).length === 0)) return;
  throw new CreateError(
    'CRE_FOLDER_EXISTS',
    `the folder must be new or empty; ${path} is not; choose another name`,
  );
}

/** All files under a folder, relative to it. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** Files that would mean something to npm or TypeScript inside the template begin with an underscore. */
function fileName(file: string): string {
  const name = file.split(/[\\/]/).pop()!;
  if (name === '_gitignore') return '.gitignore';
  return name.startsWith('_') ? name.slice(1) : name;
}

function filledIn(text: string, names: PackageNames): string {
  return text
    .replaceAll('goldpan-selector-my-selector', names.package)
    .replaceAll('my-selector', names.selector)
    .replaceAll('^0.0.0', `^${goldpanVersion()}`);
}
