import type { ResultDocument } from '@goldpan/core';
import { madeUpResults } from './made-up-items.js';

/** What a data set may hold to break out of a page, a terminal or a table. */
export const HOSTILE = [
  '</script><script>window.hit = 1</script>',
  '</script><img src=x onerror="window.hit = 2">',
  '<!--<script>',
  '"><svg onload=window.hit=3>',
  "javascript:window.hit='4'",
  '\u202eright to left\u2066 and never back',
  '\u001b]0;title\u0007\u001b[31m red',
  '| `code` | *bold* [link](javascript:alert(1)) ![i](x)',
  'null \u0000 and lone \ud800 halves',
  '__proto__',
  '&lt;b&gt; &amp; ${data} {{data}}',
];

/** Results of every command in which every text of the data is hostile. */
export function hostileResults(): readonly ResultDocument[] {
  const results = madeUpResults();
  const texts = new Map<string, string>();
  const hostile = (text: string): string => {
    const known = texts.get(text) ?? `${HOSTILE[texts.size % HOSTILE.length]} ${texts.size}`;
    texts.set(text, known);
    return known;
  };
  return Object.values(results).map((result) => replaceTexts(result, hostile) as ResultDocument);
}

/** Words that are not data: what tells results and their parts apart. */
const KEPT = new Set(['command', 'goldpan', 'verdict', 'role', 'sha256', 'unit']);

function replaceTexts(value: unknown, change: (text: string) => string, key = ''): unknown {
  if (typeof value === 'string') return KEPT.has(key) ? value : change(value);
  if (Array.isArray(value)) return value.map((element) => replaceTexts(element, change, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, replaceTexts(inner, change, name)]),
  );
}
