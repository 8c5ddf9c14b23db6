import { datasetFromItems, type Item, type RankDocument } from '@goldpan/core';
import { exampleDataPath, readJsonLines } from '@goldpan/testing';
import { expect, test } from 'vitest';
import { rank } from '../src/index.js';

/** The items of shipped data, every fourth judged. */
function judgedInPart(name: string): Item[] {
  const items = readJsonLines(exampleDataPath(`${name}.jsonl`)) as Item[];
  return items.map((item, i) => ({
    ...item,
    scores: Object.fromEntries(
      Object.entries(item.scores!).map(([system, cells]) => [
        system,
        Object.fromEntries(Object.entries(cells).filter(([metric]) => i % 4 === 1 || !/^human/.test(metric))),
      ]),
    ),
  }));
}

/** The document with numbers at ten digits, where processors agree, and long lists at their first entries. */
function abridged({ goldpan: _, ...document }: RankDocument): unknown {
  const text = JSON.stringify(document, (_key, value: unknown) => {
    if (typeof value === 'number') return Number(value.toPrecision(10));
    return Array.isArray(value) ? value.slice(0, 12) : value;
  });
  return JSON.parse(text);
}

for (const name of ['realsumm', 'hanna', 'biomqm_de-en'])
  test(`the ranking of a quarter of ${name} is what it was`, async () => {
    const document = await rank(datasetFromItems(judgedInPart(name)), { margin: 0.2, texts: false });
    await expect(`${JSON.stringify(abridged(document), null, 1)}\n`).toMatchFileSnapshot(
      `fixtures/rank/${name}.json`,
    );
  });
