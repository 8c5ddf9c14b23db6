// Installs and builds what changed since the last time; used by `npm start` and `npm test`. Needs nothing but Node and npm.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(
    `Goldpan needs Node 20.19 or newer; this is ${process.version}. Install a current Node and try again.`,
  );
}

const stamp = 'node_modules/.goldpan-installed';
const wanted = createHash('sha256')
  .update(readFileSync('package-lock.json'))
  .update(process.version)
  .digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  step('Installing', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, wanted);
}
step('Bundling the script of reports', process.execPath, ['packages/report/embed-client.mjs']);
// One compiler for all packages: it rebuilds what changed, and what depends on that.
const projects = readdirSync('packages')
  .map((name) => `packages/${name}/tsconfig.lib.json`)
  .filter((path) => existsSync(path));
step('Building', process.execPath, ['node_modules/typescript/bin/tsc', '-b', ...projects]);

/** Runs a command quietly; shows its output only when it fails. */
function step(title, command, args) {
  process.stderr.write(`${title} …`);
  const started = process.hrtime.bigint();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, FORCE_COLOR: '0' },
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (status !== 0) fail(` failed\n${error ?? ''}${stdout ?? ''}${stderr ?? ''}`);
  process.stderr.write(` done in ${(Number(process.hrtime.bigint() - started) / 1e9).toFixed(1)} s\n`);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
