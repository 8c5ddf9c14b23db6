import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiFile, apiFolder } from './api-files.js';
import { apiReports } from './api-report.js';
import { publicPackages } from './public-packages.js';

mkdirSync(apiFolder, { recursive: true });
for (const old of readdirSync(apiFolder)) rmSync(join(apiFolder, old));
for (const [name, text] of apiReports(publicPackages())) writeFileSync(apiFile(name), text);
