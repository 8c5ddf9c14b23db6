import { isGoldpanError } from '@goldpan/core';
import { loadItems } from '@goldpan/formats';
import { main } from 'goldpan';
import { join } from 'node:path';
import type { Use } from './fuzz-input.js';

/** The exit code of an error that no one foresaw. */
const INTERNAL = 3;

/**
 * Uses an input that lies in a folder.
 *
 * @returns undefined where it was read or refused with an error of a catalogue; otherwise what happened
 */
export async function tryInput(folder: string, use: Use): Promise<string | undefined> {
  try {
    return use.command ? await run(folder, use.command) : await read(folder, use);
  } catch (error) {
    if (isGoldpanError(error)) return undefined;
    return error instanceof Error ? (error.stack ?? error.message) : `not an error: ${String(error)}`;
  }
}

async function run(folder: string, command: readonly string[]): Promise<string | undefined> {
  let errors = '';
  const code = await main(command, {
    out: () => undefined,
    err: (text) => void (errors += text),
    color: false,
    width: 80,
    interactive: false,
    signal: new AbortController().signal,
    folder,
  });
  return code === INTERNAL ? errors : undefined;
}

/** Reads the items and their lines. */
async function read(folder: string, { format, paths = [], options = {}, tolerant }: Use): Promise<undefined> {
  const key = typeof options.key === 'string' ? { key: join(folder, options.key) } : {};
  const found = await loadItems(
    paths.map((path) => join(folder, path)),
    { format, options: { ...options, ...key }, skipInvalid: tolerant ? join(folder, 'rejected') : undefined },
  );
  for await (const line of found.lines()) JSON.parse(line);
}
