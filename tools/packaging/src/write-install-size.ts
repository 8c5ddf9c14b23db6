import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Installed } from './install-alone.js';

const START = '<!-- install-size -->';
const END = '<!-- /install-size -->';

/** Says in a package's README what installing it brings: between two markers, at the end where there are none yet. */
export function writeInstallSize(packageFolder: string, { bytes, packages }: Installed): void {
  const file = join(packageFolder, 'README.md');
  if (!existsSync(file)) return;
  const line = `${START}Installed with all it needs: ${inWords(bytes)}, ${packages} package${packages === 1 ? '' : 's'}.${END}`;
  const text = readFileSync(file, 'utf8');
  const marked = /<!-- install-size -->[^]*?<!-- \/install-size -->/;
  writeFileSync(file, marked.test(text) ? text.replace(marked, line) : `${text.trimEnd()}\n\n${line}\n`);
}

/** Two digits are enough, and do not change with every line of code. */
export function inWords(bytes: number): string {
  const [amount, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${amount < 10 ? amount.toFixed(1) : amount < 100 ? amount.toFixed(0) : Number(amount.toPrecision(2))} ${unit}`;
}
