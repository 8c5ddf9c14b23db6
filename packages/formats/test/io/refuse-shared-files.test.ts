import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { refuseSharedFiles } from '../../src/index.js';

const folder = mkdtempSync(join(tmpdir(), 'goldpan-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

writeFileSync(at('items'), '{}');
writeFileSync(at('other'), '{}');
symlinkSync(at('items'), at('symbolic'));
linkSync(at('items'), at('hard'));
mkdirSync(at('sub'));
symlinkSync(at('sub'), at('folder'));

const refused = (outputs: string[], inputs: string[] = []) => refuseSharedFiles(outputs, inputs);
const failing = (words: string) => ({ code: 'WRITE_FAILED', what: expect.stringContaining(words) });

describe('an output is refused', () => {
  test.each(['items', 'sub/../items', 'symbolic', 'hard'])('that is an input: %s', async (name) => {
    await expect(refused([at('new'), at(name)], [at('none'), at('items')])).rejects.toMatchObject(
      failing('it is the input'),
    );
    await expect(refused([at('items')], [at(name)])).rejects.toMatchObject(failing('it is the input'));
  });

  test.each([
    ['new', 'new'],
    ['new', 'sub/../new'],
    ['sub/new', 'folder/new'],
    ['other', 'sub/../other'],
    ['hard', 'symbolic'],
  ])('that is another output: %s and %s', async (one, two) => {
    await expect(refused([at(one), at(two)])).rejects.toMatchObject(failing('is another output'));
  });
});

test('outputs of their own, devices and folders pass', async () => {
  await refused([at('new'), at('newer'), at('other'), at('sub/new')], [at('items'), at('sub')]);
  await refused(['/dev/null', '/dev/null', at('sub'), at('sub')], ['/dev/null', at('sub')]);
});
