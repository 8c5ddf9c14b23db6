/**
 * Bundles client/ (the script and the style sheet of HTML reports) into src/html/client.ts, with the hashes by which a page allows
 * them and nothing else. Part of the build; does nothing while client/ is as it was.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const target = here('src/html/client.ts');
const stamp = `// Made of client/ ${hash(sources())}. Do not edit.`;

if (!existsSync(target) || !readFileSync(target, 'utf8').startsWith(stamp)) {
  writeFileSync(target, await clientModule());
}

/** Everything that the module is made of, this file included. */
function sources() {
  const files = readdirSync(here('client')).sort();
  return [here('embed-client.mjs'), ...files.map((file) => here(`client/${file}`))]
    .map((path) => readFileSync(path, 'utf8'))
    .join('\0');
}

async function clientModule() {
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    root: here('.'),
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry: here('client/main.ts'), formats: ['iife'], name: 'report' },
    },
  });
  const [{ output }] = [result].flat();
  const style = readFileSync(here('client/report.css'), 'utf8');
  const script = withoutComments(output[0].code);
  return [
    stamp,
    '',
    '/** The style sheet of a page. */',
    `export const STYLE: string = ${literal(style)};`,
    '',
    '/** The script of a page. */',
    `export const SCRIPT: string = ${literal(script)};`,
    '',
    '/** What a content security policy calls them. */',
    `export const STYLE_HASH = '${hash(style)}';`,
    `export const SCRIPT_HASH = '${hash(script)}';`,
    '',
  ].join('\n');
}

function withoutComments(code) {
  return code.replace(/^\s*(\/\/#.*|\/\/.*|\/\*[\s\S]*?\*\/)\n/gm, '');
}

function literal(text) {
  return `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``;
}

function hash(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
