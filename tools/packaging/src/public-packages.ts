import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from './workspace.js';

/** What a package.json says. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly description?: string;
  readonly license?: string;
  readonly keywords?: readonly string[];
  readonly engines?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly nx: { readonly tags: readonly string[] };
}

/** A package of the workspace. */
export interface WorkspacePackage {
  readonly name: string;
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The packages in `packages/` that are published, by name. */
export function publicPackages(): WorkspacePackage[] {
  const root = join(workspace, 'packages');
  return readdirSync(root)
    .filter((entry) => existsSync(join(root, entry, 'package.json')))
    .map((entry) => readPackage(join(root, entry)))
    .filter(({ manifest }) => !manifest.private);
}

/** The package.json in a folder. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function readPackage(folder: string): WorkspacePackage {
  const manifest = readManifest(folder);
  return { name: manifest.name, folder, manifest };
}
