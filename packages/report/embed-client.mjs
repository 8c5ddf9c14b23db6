/**
 * Bundles client/ (the script and the style sheet of HTML reports) into src/html/client.ts, with the hashes by which a page allows
 * them and nothing else. Run it after a change in client/: `node packages/report/embed-client.mjs`.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The text of src/html/client.ts as it should be. */
export async function clientModule() {
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
    '// Made by embed-client.mjs from client/. Do not edit.',
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(here('src/html/client.ts'), await clientModule());
}
