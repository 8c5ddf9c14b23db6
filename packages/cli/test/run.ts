import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../src/main.js';

/** What a command printed and how it ended. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process, in the given folder. */
export async function run(
  args: readonly string[],
  folder = tmpdir(),
  signal = new AbortController().signal,
): Promise<Run> {
  let out = '';
  let err = '';
  const code = await main(args, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    color: false,
    width: 100,
    interactive: false,
    signal,
    folder,
  });
  return { code, out, err };
}

/** A folder of a test's own, and a way to put files into it. */
export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), 'goldpan-'));
  return {
    path,
    write(name: string, content: string | Uint8Array): string {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Seven items, three systems (one called `__proto__`), a metric, human scores and a field that Goldpan does not know. */
export function itemLines(): string[] {
  return Array.from({ length: 7 }, (_, i) => {
    const score = (system: number) =>
      `{"m": ${((i * 7 + system * 5) % 11) / 2}, "human": ${(i + system * 3) % 8}}`;
    return `{"id": "item-${i}", "scores": {"A": ${score(0)}, "__proto__": ${score(1)}, "C": ${score(2)}}, "extra": {"n": 1.0}}`;
  });
}
