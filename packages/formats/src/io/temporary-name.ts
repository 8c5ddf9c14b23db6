import { createHash, randomUUID } from 'node:crypto';
import { readdir, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Tells this machine from others that may write to the same folder. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** A name beside a file for what is to become that file; it says which program on which machine writes it. */
export function temporaryName(path: string): string {
  return join(dirname(path), `${startOf(path)}${machine}-${process.pid}-${randomUUID()}.tmp`);
}

/** Removes what programs of this machine that have ended left under temporary names of a file. */
export async function clearTemporaries(path: string): Promise<void> {
  const start = startOf(path);
  for (const name of await readdir(dirname(path)).catch(() => [] as string[])) {
    if (!name.startsWith(start)) continue;
    const [, of, pid] = /^([0-9a-f]{8})-(\d+)-[0-9a-f-]{36}\.tmp$/.exec(name.slice(start.length)) ?? [];
    if (of === machine && !isRunning(Number(pid)))
      await unlink(join(dirname(path), name)).catch(() => undefined);
  }
}

function startOf(path: string): string {
  return `.${basename(path).slice(0, 100)}.`;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}
