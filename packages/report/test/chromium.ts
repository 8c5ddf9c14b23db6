import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { test } from 'vitest';

const CANDIDATES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The Chromium of this machine: GOLDPAN_CHROMIUM, or the first candidate on the PATH. */
export const chromiumPath = [
  process.env.GOLDPAN_CHROMIUM,
  ...(process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => CANDIDATES.map((name) => join(folder, name))),
].find((path) => path !== undefined && path !== '' && existsSync(path));

/** Starts it without a window and without anything that would reach for the network by itself. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A test in a browser. Where there is none it is reported as skipped, and its title says what is missing. */
export function testInChromium(title: string, body: () => Promise<void>): void {
  if (chromiumPath !== undefined) test(title, body);
  else
    test.skipIf(true)(`${title} (needs Chromium: none on the PATH, and GOLDPAN_CHROMIUM is not set)`, body);
}
