import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackedPackage } from './pack.js';

/** What an install brought. */
export interface Installed {
  readonly folder: string;
  /** All files in node_modules, in bytes. */
  readonly bytes: number;
  /** Packages in node_modules, those of Goldpan included. */
  readonly packages: number;
}

/** Installs one package from tarballs in a new folder, with what it depends on and without optional peers. */
export function installAlone(
  name: string,
  packed: ReadonlyMap<string, PackedPackage>,
  folder: string,
): Installed {
  const wanted = [...closure(name, packed)].map((one) => [one, `file:${packed.get(one)!.tarball}`]);
  mkdirSync(folder, { recursive: true });
  const manifest = { private: true, type: 'module', dependencies: Object.fromEntries(wanted) };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  run('npm', ['install', ...flags], folder);
  const lock = run('npm', ['ls', '--all', '--parseable'], folder).trim().split('\n');
  return { folder, bytes: sizeOf(join(folder, 'node_modules')), packages: lock.length - 1 };
}

/** Runs a program in a folder. @returns what it printed */
export function run(program: string, args: readonly string[], folder: string): string {
  return execFileSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' },
    shell: process.platform === 'win32',
  });
}

/** A package and those of this workspace that it leads to. */
function closure(name: string, packed: ReadonlyMap<string, PackedPackage>, found = new Set<string>()) {
  if (found.has(name) || !packed.has(name)) return found;
  found.add(name);
  const { dependencies, peerDependencies } = packed.get(name)!.manifest;
  for (const next of Object.keys({ ...dependencies, ...peerDependencies })) closure(next, packed, found);
  return found;
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
