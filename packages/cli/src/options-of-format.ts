import { describeOptions } from '@goldpan/core';
import { builtInLoaders, type Formats } from '@goldpan/formats';

/**
 * The names of the options of a format; none where there is no such format.
 *
 * @param others - gives formats that are not built in, asked only where the format is none of those
 */
export async function optionsOfFormat(format: string, others: () => Promise<Formats>): Promise<string[]> {
  const hasIts = ({ name }: { readonly name: string }) => name === format;
  const loader = builtInLoaders.find(hasIts) ?? (await others()).loaders.find(hasIts);
  return loader === undefined ? [] : describeOptions(loader.options).map(({ name }) => name);
}
