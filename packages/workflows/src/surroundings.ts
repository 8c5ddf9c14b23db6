import { refuseSharedFiles } from '@goldpan/formats';
import { resolve } from 'node:path';

/** A plugin: a package name or a path, and the folder it is seen from where that is not the folder of the call. */
export type PluginName = string | { readonly name: string; readonly folder: string };

/** Where a question is asked, and who hears how far its answer is. Every question of this package takes it. */
export interface Surroundings {
  /** Relative paths and plugin names start from here; default: the folder of the process. */
  readonly folder?: string;
  /** Plugins that are loaded beside those that come with Goldpan; nothing else is searched for. */
  readonly plugins?: readonly PluginName[];
  /** Files that the caller is going to write, relative ones from the folder: data that is read from one of them is refused. */
  readonly outputs?: readonly string[];
  /** Ends the work: the promise is then rejected with the reason of the signal. */
  readonly signal?: AbortSignal;
  /** Told how far a long task is: `done` of `total` in a unit of the task's own. */
  readonly onProgress?: (title: string, done: number, total: number) => void;
  /** Told what a person should know and the document does not say, a sentence at a time. */
  readonly onNote?: (text: string) => void;
}

/** The folder that paths start from. */
export function folderOf({ folder = process.cwd() }: Surroundings): string {
  return folder;
}

/** The same surroundings, with more files that are going to be written. */
export function writing<Given extends Surroundings>(
  given: Given,
  files: readonly (string | undefined)[],
): Given {
  const { outputs = [] } = given;
  return { ...given, outputs: [...outputs, ...files.filter((file) => file !== undefined)] };
}

/** Refuses to write over what was read. @throws WRITE_FAILED */
export async function keepInputs(read: readonly string[], surroundings: Surroundings): Promise<void> {
  const { outputs = [] } = surroundings;
  const written = outputs.map((file) => resolve(folderOf(surroundings), file));
  for (const file of written) await refuseSharedFiles([file], read);
}
