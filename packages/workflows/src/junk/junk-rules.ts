import { copiesSource, isEmpty } from './broken-output.js';
import { usualScript } from './output-script.js';

/** The texts of an item. */
export interface ItemTexts {
  readonly source?: string;
  readonly reference?: string;
  /** One per system; undefined where there is none. */
  readonly outputs: readonly (string | undefined)[];
  /** The script of each output; undefined where it cannot be told. */
  readonly scripts: readonly (string | undefined)[];
  /** What the data says of whether systems were trained on the item. */
  readonly contamination?: string;
}

/** Where in an item something was found: the index of a system, or −1 for the item itself. */
export type JunkPlace = number;

/** A way in which an item is not worth a judgement. */
export interface JunkRule {
  /** In words, as lists show it. */
  readonly name: string;
  /** The first place where an item is so; undefined where it is not. */
  find(item: ItemTexts): JunkPlace | undefined;
}

/** A rule about one output. */
function outputRule(name: string, isSo: (output: string, item: ItemTexts) => boolean): JunkRule {
  return {
    name,
    find(item) {
      const system = item.outputs.findIndex((output) => output !== undefined && isSo(output, item));
      return system < 0 ? undefined : system;
    },
  };
}

/** Links, handles, tags and markup. */
const ADDRESSES = /<[^<>]+>|https?:\/\/\S+|www\.\S+|[@#][\p{L}\p{N}_]+/gu;

/** Beside a shorter reference a short output may be right. */
const LONG = 30;

/**
 * What makes an item junk, whatever it is for: nobody can judge it, or its scores say more of the break than of the systems.
 * Rules that lack the text that they look at find nothing.
 */
export const junkRules: readonly JunkRule[] = [
  {
    name: 'no words in the source',
    find: ({ source }) =>
      source !== undefined && !/\p{L}/u.test(source.replaceAll(ADDRESSES, '')) ? -1 : undefined,
  },
  outputRule('an empty output', isEmpty),
  outputRule('an output that copies the source', (output, { source }) => copiesSource(output, source)),
  {
    name: 'an output in another script than the others',
    find({ scripts }) {
      const usual = usualScript(scripts);
      const system = scripts.findIndex(
        (script) => script !== undefined && usual !== undefined && script !== usual,
      );
      return system < 0 ? undefined : system;
    },
  },
  outputRule(
    'an output less than a quarter as long as the reference',
    (output, { reference }) =>
      reference !== undefined &&
      reference.length > LONG &&
      !isEmpty(output) &&
      output.length * 4 < reference.length,
  ),
  {
    name: 'all outputs the same',
    find: ({ outputs: [first, ...others] }) =>
      first !== undefined && others.length > 0 && others.every((output) => output === first) ? -1 : undefined,
  },
];
