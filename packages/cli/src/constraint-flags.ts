import { Option, type Command, type OptionValues } from '@commander-js/extra-typings';
import { withFlags } from './flag-groups.js';
import { collect } from './shared-options.js';

const flags = {
  keepDocuments: () => new Option('--keep-documents', 'choose documents whole or not at all').default(false),
  documentUtility: () =>
    new Option('--document-utility <how>', 'what a whole document is worth: the sum or the mean of its items')
      .choices(['sum', 'mean'] as const)
      .default('sum' as const),
  group: () =>
    new Option(
      '--group <bounds>',
      'bounds per group of a field: domain:min=5,max=40%, or of source length: length:min=3; may be repeated',
    )
      .argParser(collect)
      .default([] as string[]),
  balance: () => new Option('--balance <column>', 'groups take turns: domain, doc, length or another field'),
  maxPer: () =>
    new Option('--max-per <limit>', 'at most so many items of every group: doc=3; may be repeated')
      .argParser(collect)
      .default([] as string[]),
  include: () =>
    new Option('--include <file>', 'ids that must be chosen, one per line, such as items judged already'),
  includeFree: () => new Option('--include-free', 'included items are paid for already').default(false),
  exclude: () => new Option('--exclude <file>', 'ids that must not be chosen, one per line'),
  variant: () =>
    new Option(
      '--variant <name>',
      'reference: choose within a cost as subset2evaluate does, its faults included',
    )
      .choices(['goldpan', 'reference'] as const)
      .default('goldpan' as const),
};

/** What the flags that say what a selection must keep to hold. */
type ConstraintFlags = {
  keepDocuments: boolean;
  documentUtility: 'sum' | 'mean';
  group: string[];
  balance?: string;
  maxPer: string[];
  include?: string;
  includeFree: boolean;
  exclude?: string;
  variant: 'goldpan' | 'reference';
};

/** Adds the flags that say what a selection must keep to. */
export function constraintFlags<Args extends any[], Flags extends OptionValues>(
  command: Command<Args, Flags>,
) {
  const options = Object.values(flags).map((option) => option());
  return withFlags<ConstraintFlags, Args, Flags>(command, options);
}
