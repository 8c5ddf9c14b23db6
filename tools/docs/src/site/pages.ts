import { packageFolders } from '../paths.js';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.js';

/** A page of the site. */
export interface Page {
  /** The Markdown it is made of, from the root of the workspace. */
  readonly source: string;
  /** Its place in the site. */
  readonly path: string;
  readonly title: string;
  /** The place of the API reference of what the page is about. */
  readonly api?: string;
}

/** Pages under one heading of the navigation. */
export interface Section {
  readonly title: string;
  readonly pages: readonly Page[];
}

const guide = [
  'getting-started',
  'choosing-a-selector',
  'planning',
  'ranking',
  'agreement',
  'reading-the-numbers',
  'writing-a-selector',
  'clusters',
];
const reference = ['formats', 'selectors', 'errors', 'from-subset2evaluate'];
const project = ['evidence', 'irt-recovery', 'architecture'];

/** The sections of the site, in the order of the navigation; a page whose Markdown does not exist is left out. */
export function sections(titleOf: (source: string) => string): Section[] {
  const page = (source: string, path: string): Page => ({ source, path, title: titleOf(source) });
  const existing = (pages: readonly [source: string, path: string][]) =>
    pages.filter(([source]) => existsSync(join(root, source))).map(([source, path]) => page(source, path));
  const docs = (names: readonly string[]) =>
    existing(names.map((name) => [`docs/${name}.md`, `${name}.html`]));
  const examples = readdirSync(join(root, 'examples')).sort();
  return [
    { title: 'Goldpan', pages: [{ ...page('README.md', 'index.html'), title: 'Start' }, ...docs(guide)] },
    { title: 'Reference', pages: docs(reference) },
    {
      title: 'Examples',
      pages: existing(examples.map((name) => [`examples/${name}/README.md`, `examples/${name}.html`])),
    },
    {
      title: 'Packages',
      pages: existing(packageFolders().map((folder) => [`${folder}/README.md`, `${folder}.html`])).map(
        (one) => ({ ...one, api: `api/modules/${one.title.replaceAll(/[^\w-]/g, '_')}.html` }),
      ),
    },
    {
      title: 'Project',
      pages: [
        ...docs(project),
        ...existing([
          ['CONTRIBUTING.md', 'contributing.html'],
          ['SECURITY.md', 'security.html'],
        ]),
        // Releases write the changelog, without a heading of its own.
        { ...page('CHANGELOG.md', 'changes.html'), title: 'Changes' },
      ],
    },
  ];
}
