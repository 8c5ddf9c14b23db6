import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { apiFile, apiFolder } from '../src/api-files.js';
import { apiReports } from '../src/api-report.js';
import { publicPackages } from '../src/public-packages.js';

const reports = apiReports(publicPackages());
const advice = 'if this change of the public surface is meant, run: npm run api';

test.each([...reports])('%s exports what its committed list says', (name, text) => {
  const file = apiFile(name);
  expect(existsSync(file), `there is no list of ${name}; ${advice}`).toBe(true);
  expect(text, advice).toBe(readFileSync(file, 'utf8'));
});

test('every list belongs to a package, and no list is empty', () => {
  expect(readdirSync(apiFolder)).toHaveLength(reports.size);
  for (const [name, text] of reports) expect(text, name).toMatch(/^(function|value|interface|type) /m);
});

test('a list names functions with their types and the members of interfaces, and no path of a machine', () => {
  const core = reports.get('@goldpan/core')!;
  expect(core).toContain('function parseBudget: (text: string, ');
  expect(core).toMatch(/^interface Selector\n {2}apiVersion: 1$/m);
  expect(core).not.toMatch(/import\("/);
});
