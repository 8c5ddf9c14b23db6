import { fileURLToPath } from 'node:url';
import devkit from '@nx/devkit';

const FILES = fileURLToPath(new URL('../files/selector', import.meta.url));

/** See selector.d.ts. */
export default async function selector(tree, { name }) {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new Error(
      `the name of a selector must be in kebab-case, such as score-range; got ${JSON.stringify(name)}; choose another name`,
    );
  }
  const folder = `packages/selector-${name}`;
  if (tree.exists(folder)) throw new Error(`${folder} must be new; it is there already; choose another name`);
  const { version } = devkit.readJson(tree, 'packages/core/package.json');
  const { propertyName } = devkit.names(name);
  devkit.generateFiles(tree, FILES, folder, { name, version, identifier: propertyName });
  tree.write(`${folder}/LICENSE`, tree.read('LICENSE'));
  devkit.updateJson(tree, 'tsconfig.json', (config) => ({
    ...config,
    references: [...config.references, { path: `./${folder}` }].sort((a, b) => (a.path < b.path ? -1 : 1)),
  }));
}
