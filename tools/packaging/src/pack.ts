import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { WorkspacePackage } from './public-packages.js';
import { workspace } from './workspace.js';

/** A package as it would be published. */
export interface PackedPackage extends WorkspacePackage {
  /** Path of the tarball. */
  readonly tarball: string;
  /** Its files, relative to the package. */
  readonly files: readonly string[];
  /** Size of the tarball in bytes, and of what is in it. */
  readonly size: number;
  readonly unpackedSize: number;
}

/** Packs packages, as they are built now, into tarballs in a folder. */
export async function pack(packages: readonly WorkspacePackage[], folder: string): Promise<PackedPackage[]> {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const { stdout } = await promisify(execFile)(
    'npm',
    [...args, ...packages.flatMap(({ name }) => ['-w', name])],
    { cwd: workspace, maxBuffer: 2 ** 26, shell: process.platform === 'win32' },
  );
  const packed = new Map<string, any>(JSON.parse(stdout).map((entry: any) => [entry.name, entry]));
  return packages.map((one) => {
    const { filename, files, size, unpackedSize } = packed.get(one.name);
    return {
      ...one,
      tarball: join(folder, filename),
      files: files.map(({ path }: { path: string }) => path),
      size,
      unpackedSize,
    };
  });
}
