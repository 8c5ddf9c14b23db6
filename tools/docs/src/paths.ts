import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the workspace. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Where generated scripts of snippets lie while they are checked. */
export const scratchRoot = join(root, 'tools/docs/out-tsc');

/** A Markdown file of the repository. */
export interface Document {
  /** From the root of the workspace, with `/`. */
  readonly path: string;
  readonly text: string;
}

const single = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'UNRELEASED.md'];

/** Every Markdown file that people read: the root's, the pages of docs, and the READMEs of packages, examples and tools. */
export function documents(): Document[] {
  const pages = readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`);
  const readmes = ['packages', 'examples', 'tools'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}/README.md`),
  );
  return [...single, ...pages, ...readmes]
    .filter((path) => existsSync(join(root, path)))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** The folders of the packages that are published, from the root of the workspace. */
export function packageFolders(): string[] {
  return readdirSync(join(root, 'packages'))
    .filter((name) => existsSync(join(root, 'packages', name, 'package.json')))
    .sort()
    .map((name) => `packages/${name}`);
}
