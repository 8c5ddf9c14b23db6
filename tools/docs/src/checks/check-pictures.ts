import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.js';
import { pictures } from '../pictures/pictures.js';

/** Pictures that would come out differently now. */
export async function checkPictures(): Promise<string[]> {
  return [...(await pictures())]
    .filter(([name, svg]) => {
      const file = join(root, 'docs/pictures', name);
      return !existsSync(file) || readFileSync(file, 'utf8') !== svg;
    })
    .map(([name]) => `docs/pictures/${name} is out of date; run npm run docs`);
}
