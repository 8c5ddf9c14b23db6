import { afterEach, expect, test, vi } from 'vitest';
import { pngOf } from '../src/png.js';
import { svgsOf } from '../src/svg.js';
import { madeUpResults } from './made-up-items.js';

afterEach(() => vi.doUnmock('@resvg/resvg-js'));

test('a chart becomes a PNG of the size asked for', async () => {
  const [{ svg }] = svgsOf(madeUpResults().compare, { width: 300 });
  const png = await pngOf(svg, { scale: 3 });
  expect([...png.slice(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  const width = new DataView(png.buffer, png.byteOffset).getUint32(16);
  expect(width).toBe(3 * 332);
});

test('where the package that draws is not there, the error says which', async () => {
  vi.resetModules();
  vi.doMock('@resvg/resvg-js', () => {
    throw new Error('not installed');
  });
  const { pngOf: withoutPeer } = await import('../src/png.js');
  await expect(withoutPeer('<svg/>')).rejects.toMatchObject({
    code: 'PNG_NOT_AVAILABLE',
    message: expect.stringContaining('npm i @resvg/resvg-js'),
  });
});
