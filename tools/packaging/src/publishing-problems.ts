import { readFileSync } from 'node:fs';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

/** What publint says of a tarball; nothing for one that is right. */
export async function publishingProblems(tarball: string): Promise<string[]> {
  const bytes = new Uint8Array(readFileSync(tarball));
  const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer } });
  return messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code);
}
