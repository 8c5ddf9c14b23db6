import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { plainText } from '../src/format/plain-text.js';
import { cutMiddle, cutText, padText, textWidth } from '../src/format/text-width.js';
import { escapedJson } from '../src/html/embed-json.js';
import { html } from '../src/html/markup.js';
import { renderTable, sparkline } from '../src/index.js';
import { escapeXml } from '../src/svg/svg-text.js';

const text = fc.string({ unit: 'binary' });
const awkward = fc.oneof(
  text,
  fc.stringMatching(/^[<>&"'!\-/a-z ]{0,30}$/),
  fc.constantFrom('</script>', '<!--', '-->'),
);

test('embedded JSON reads back as it was and holds nothing that HTML would see', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), awkward, (value, more) => {
      const json = escapedJson([value, more]);
      expect(json).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify([value, more])));
    }),
  );
});

test('a text in a template becomes that text, between tags and in attributes', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[<>&"'`=/!a-z ]{0,40}$/), (value) => {
      const { document } = parseHTML(
        `<html><body>${html`<p title="${value}">${value}</p>`.text}</body></html>`,
      );
      const [paragraph, ...rest] = document.body.children;
      expect(rest).toEqual([]);
      expect(paragraph.childElementCount).toBe(0);
      expect(paragraph.textContent).toBe(value);
      expect(paragraph.getAttribute('title')).toBe(value);
    }),
  );
});

test('escaped text has no character of markup', () => {
  fc.assert(
    fc.property(awkward, (value) => {
      expect(escapeXml(value)).not.toMatch(/[<>"']|&(?!#\d+;)/);
    }),
  );
});

test('plain text is one line without control characters, and plain text stays as it is', () => {
  fc.assert(
    fc.property(text, (value) => {
      const plain = plainText(value);
      expect(plain).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      expect(plainText(plain)).toBe(plain);
    }),
  );
});

test('a cut text is never wider than asked for, and a padded one exactly as wide', () => {
  fc.assert(
    fc.property(text.map(plainText), fc.integer({ min: 0, max: 40 }), (value, width) => {
      expect(textWidth(cutText(value, width))).toBeLessThanOrEqual(width);
      expect(textWidth(cutMiddle(value, width))).toBeLessThanOrEqual(width);
      expect(textWidth(padText(cutText(value, width), width))).toBe(width);
    }),
  );
});

test('the columns of a table start at the same place in every line', () => {
  const cells = fc.array(fc.tuple(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.integer()), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(cells, (rows) => {
      const table = renderTable(
        {
          columns: [{ title: 'name' }, { title: 'number', align: 'right' }],
          rows: rows.map(([name, value]) => [{ text: name }, { text: String(value) }]),
        },
        { width: 200 },
      );
      const widths = table.split('\n').map(textWidth);
      expect(new Set(widths).size).toBe(1);
    }),
  );
});

test('a small line has one bar per value up to its width', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })),
      fc.integer({ min: 1, max: 30 }),
      (values, width) => {
        expect(sparkline(values, { width })).toMatch(
          new RegExp(`^[▁▂▃▄▅▆▇█]{${Math.min(values.length, width)}}$`),
        );
      },
    ),
  );
});
