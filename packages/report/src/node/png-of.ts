import { pngNotAvailable } from '../errors.js';

/**
 * An SVG chart as a PNG image. Needs the optional peer `@resvg/resvg-js`, which is loaded when this is first called.
 *
 * @param svg - a document of `svgsOf`
 * @param options - `scale`: pixels per unit of the SVG; default 2
 * @throws PNG_NOT_AVAILABLE when the peer is not installed
 */
export async function pngOf(
  svg: string,
  { scale = 2 }: { readonly scale?: number } = {},
): Promise<Uint8Array> {
  const { Resvg } = await loadResvg();
  return new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font: { defaultFontFamily: 'DejaVu Sans' } })
    .render()
    .asPng();
}

async function loadResvg() {
  try {
    return await import('@resvg/resvg-js');
  } catch (error) {
    throw pngNotAvailable(error instanceof Error ? error.message.split('\n')[0] : String(error));
  }
}
