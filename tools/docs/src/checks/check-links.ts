import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { anchorsAndLinks, type AnchorsAndLinks } from '../markdown/anchors-and-links.js';
import { root, type Document } from '../paths.js';

/** Links between files of the repository that lead nowhere, and anchors that do not exist. Links to the network are not followed. */
export function checkLinks(documents: readonly Document[]): string[] {
  const parsed = new Map<string, AnchorsAndLinks>(
    documents.map(({ path, text }) => [path, anchorsAndLinks(text)]),
  );
  const read = (path: string) => {
    const known = parsed.get(path);
    if (known !== undefined) return known;
    const found = anchorsAndLinks(readFileSync(join(root, path), 'utf8'));
    parsed.set(path, found);
    return found;
  };
  return documents.flatMap(({ path }) =>
    read(path)
      .links.filter((link) => !/^[a-z]+:/i.test(link))
      .flatMap((link) => {
        const [file, anchor] = link.split('#');
        const target = file === '' ? path : normalize(join(dirname(path), decodeURIComponent(file)));
        if (!parsed.has(target) && !existsSync(join(root, target)))
          return [`${path}: the link ${link} leads to no file`];
        const page =
          !target.endsWith('.md') && statSync(join(root, target)).isDirectory()
            ? join(target, 'README.md')
            : target;
        if (anchor === undefined || !page.endsWith('.md')) return [];
        return read(page).anchors.has(anchor) ? [] : [`${path}: ${link}: ${page} has no such heading`];
      }),
  );
}
