import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReleaseClient } from 'nx/release';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { publicPackages } from '../src/public-packages.js';
import { workspace } from '../src/workspace.js';

const { newPoints } = await import(new URL('../changelog.mjs', import.meta.url).href);

describe('the points of a release', () => {
  test('are those that no release had, with the lines that belong to them', () => {
    const unreleased =
      '# Unreleased\n\nWhat changed.\n\n- Old.\n- New, and\n  longer.\n\nMore.\n- Old. But more.\n';
    const released = '## 0.1.0\n\n- Old.\n- Other.\n';
    expect(newPoints(unreleased, released)).toEqual(['- New, and\n  longer.', '- Old. But more.']);
    expect(newPoints('# Unreleased\n', released)).toEqual([]);
  });
});

test('the example of a plugin asks for the version that the packages have', () => {
  const manifest = (path: string) => JSON.parse(readFileSync(join(workspace, path, 'package.json'), 'utf8'));
  const { version } = manifest('packages/core');
  const { peerDependencies, devDependencies } = manifest('examples/plugin-longest-source');
  const ranges = Object.entries({ ...devDependencies, ...peerDependencies }).filter(([name]) =>
    name.startsWith('@goldpan/'),
  );
  expect(ranges.length).toBe(2);
  // Of a range such as ^0.1.0 the minor version is the one that must agree, of ^1.2.0 the major one.
  const breaking = (one: string) => /^\^?(0\.\d+|[1-9]\d*)/.exec(one)?.[1];
  for (const [, range] of ranges) expect(breaking(range as string)).toBe(breaking(version));
});

const inGit = existsSync(join(workspace, '.git'));

test.skipIf(!inGit)(
  'a release gives all packages one version and the changelog an entry (needs git)',
  async () => {
    process.env['NX_DAEMON'] = 'false';
    onTestFinished(() => void vi.restoreAllMocks());
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    for (const level of ['log', 'error'] as const) vi.spyOn(console, level).mockReturnValue();
    const { release } = JSON.parse(readFileSync(join(workspace, 'nx.json'), 'utf8'));
    // All packages are built before a release; a rehearsal needs no build.
    const version = { ...release.version, preVersionCommand: undefined };
    const client = new ReleaseClient({ ...release, version }, true);
    const rehearsal = { dryRun: true, gitCommit: false, gitTag: false, stageChanges: false };

    const versions = await client.releaseVersion({ ...rehearsal, specifier: '0.2.0' });
    expect(versions.workspaceVersion).toBe('0.2.0');
    for (const { name } of publicPackages())
      expect(versions.projectsVersionData[name].newVersion).toBe('0.2.0');

    const versionData = versions.projectsVersionData;
    const { workspaceChangelog } = await client.releaseChangelog({
      ...rehearsal,
      version: '0.2.0',
      versionData,
    });
    expect(workspaceChangelog?.releaseVersion.gitTag).toBe('v0.2.0');
    expect(workspaceChangelog?.contents).toMatch(/^## 0\.2\.0 \(\d{4}-\d\d-\d\d\)\n\n\S/);
  },
);
