import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFacts } from './generate/package-facts.js';
import { refresh } from './generate/refresh.js';
import { documents, root } from './paths.js';
import { pictures } from './pictures/pictures.js';
import { buildApi } from './site/build-api.js';
import { buildSite } from './site/build-site.js';

// Makes anew whatever is generated in the documents, then the site in docs/site with the API reference.
mkdirSync(join(root, 'docs/pictures'), { recursive: true });
for (const [name, svg] of await pictures()) writeFileSync(join(root, 'docs/pictures', name), svg);
const facts = await packageFacts();
for (const document of documents()) {
  try {
    const fresh = await refresh(document, facts);
    if (fresh === document.text) continue;
    writeFileSync(join(root, document.path), fresh);
    console.log(`updated ${document.path}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
const site = join(root, 'docs/site');
console.log(`${buildSite(site)} pages in docs/site/index.html`);
if (!process.argv.includes('--no-api')) {
  const warnings = await buildApi(join(site, 'api'));
  console.log(`API reference in docs/site/api/index.html, ${warnings} warnings`);
  if (warnings > 0) process.exitCode = 1;
}
