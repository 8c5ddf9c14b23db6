// Installs and builds what changed since the last time; used by `npm start` and `npm test`. Needs nothing but Node and npm.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { clearInterval, setInterval } from 'node:timers';
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
  await step('Installing (the first time takes minutes)', 'npm', [
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  writeFileSync(stamp, wanted);
}
await step('Bundling the script of reports', process.execPath, ['packages/report/embed-client.mjs']);
// One compiler for all packages: it rebuilds what changed, and what depends on that.
const projects = readdirSync('packages')
  .map((name) => `packages/${name}/tsconfig.lib.json`)
  .filter((path) => existsSync(path));
await step('Building', process.execPath, ['node_modules/typescript/bin/tsc', '-b', ...projects]);
await step('Bundling the command', process.execPath, ['packages/cli/bundle.mjs']);

/** Runs a command quietly, counting the seconds where somebody looks on; shows its output only when it fails. */
async function step(title, command, args) {
  const started = process.hrtime.bigint();
  const seconds = () => Number(process.hrtime.bigint() - started) / 1e9;
  process.stderr.write(`${title} …`);
  const tick = () => process.stderr.write(`\r${title} … ${seconds().toFixed(0)} s`);
  const clock = process.stderr.isTTY ? setInterval(tick, 1000) : undefined;
  const { status, output } = await run(command, args);
  clearInterval(clock);
  if (status !== 0) fail(` failed\n${output}`);
  process.stderr.write(`${clock ? `\r${title} …` : ''} done in ${seconds().toFixed(1)} s\n`);
}

function run(command, args) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FORCE_COLOR: '0' },
    shell: process.platform === 'win32' && command === 'npm',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ status: -1, output: String(error) }));
    child.on('close', (status) => resolve({ status, output }));
  });
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
