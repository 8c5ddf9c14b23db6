import { fstatSync, writeSync } from 'node:fs';

/** Writes text to a stream of the process. */
export type Printer = (text: string) => void;

/**
 * Prints to standard output or error. A file takes what the disk has room for, and Node counts that as done: here the rest is written until
 * the file refuses it, so that nothing is cut off in silence.
 *
 * @param onError - told where nothing more can be written
 */
export function printerTo(
  stream: NodeJS.WritableStream & { readonly fd: number },
  onError: (error: NodeJS.ErrnoException) => void,
): Printer {
  stream.on('error', onError);
  if (!isFile(stream.fd)) return (text) => void stream.write(text);
  return (text) => {
    const bytes = Buffer.from(text);
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(stream.fd, bytes, at);
    } catch (error) {
      onError(error as NodeJS.ErrnoException);
    }
  };
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false; // It is closed: writing to it says so.
  }
}
