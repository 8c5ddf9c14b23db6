import type { Tree } from '@nx/devkit';

/** Makes packages/selector-NAME: a selector that works, its conformance tests, a README and all that builds them. */
export default function selector(tree: Tree, options: { readonly name: string }): Promise<void>;
