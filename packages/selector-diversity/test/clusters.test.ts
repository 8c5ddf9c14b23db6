import { datasetFromItems, runSelector } from '@goldpan/core';
import { expectClose, golden, goldenItems, hasGolden, sharedPath, testWithShared } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { diffuse, kMeans } from '../src/index.js';
import type { Rows } from '../src/kernels/dot-products.js';
import { lloyd, means } from '../src/kernels/lloyd.js';
import { representatives } from '../src/kernels/representatives.js';
import { cutLinkage, wardLinkage } from '../src/kernels/ward.js';
import { differencesOfMeans } from '../src/selectors/diffuse.js';

const sets = ['synth_tiny', 'synth_edge', 's2e_web', 'wmt23_en-de_mqm'];

/** Runs a check on every golden set that has embeddings of what is needed. */
function onGoldenSets(title: string, needs: 'src' | 'tgt', check: (name: string) => void | Promise<void>) {
  for (const name of sets) {
    if (name.startsWith('synth')) test(`${title}: ${name}`, () => check(name));
    else {
      const files = [
        `golden/${name}.json`,
        `golden/${name}.embeddings.json`,
        `golden/datasets/${name}.jsonl`,
      ];
      testWithShared(`${title}: ${name}`, files, () => (hasVectors(name, needs) ? check(name) : undefined));
    }
  }
}

function hasVectors(name: string, needs: string): boolean {
  return (
    (hasGolden(`${name}.embeddings`) || sharedPath(`golden/${name}.embeddings.json`) !== undefined) &&
    golden(`${name}.embeddings`)[needs] !== undefined
  );
}

const rowsFrom = (vectors: readonly number[][]): Rows => ({
  dimensions: vectors[0].length,
  values: Float64Array.from(vectors.flat()),
});

/** Squared distance of a row to the mean of its cluster. */
function distanceToMean({ dimensions, values }: Rows, centres: Rows, row: number, cluster: number): number {
  let sum = 0;
  for (let d = 0; d < dimensions; d++) {
    sum += (values[row * dimensions + d] - centres.values[cluster * dimensions + d]) ** 2;
  }
  return sum;
}

/** Every golden pick must be one of the nearest of its cluster, and ours as near; among equals rounding chose. */
function expectSamePicks(rows: Rows, labels: Uint32Array, clusters: number, golden: readonly number[]) {
  const centres = means(rows, labels, clusters);
  const ours = representatives(rows, labels, clusters).rows;
  expect(new Set(golden.map((item) => labels[item])).size).toBe(golden.length);
  for (const item of golden) {
    const cluster = labels[item];
    const distance = (row: number) => Math.sqrt(distanceToMean(rows, centres, row, cluster));
    expectClose(distance(item), distance(ours[cluster]), { absolute: 1e-9 });
  }
}

describe('Ward', () => {
  const features = (name: string) => {
    const { systems, rows } = golden(`${name}.embeddings`).tgt;
    return differencesOfMeans(rowsFrom(rows.flat()), systems.length);
  };

  onGoldenSets('features of the reference', 'tgt', (name) => {
    const { features_first_3_items: first, feature_vector_length: length } = golden(name).diffuse;
    const { dimensions, values } = features(name);
    expect(dimensions).toBe(length);
    expectClose(values.subarray(0, 3 * length), first.flat(), { absolute: 1e-12 });
  });

  onGoldenSets('heights of SciPy', 'tgt', (name) => {
    const heights = golden(name).diffuse.ward_linkage.map((merge: number[]) => merge[2]);
    expectClose(wardLinkage(features(name)).heights, heights, { absolute: 1e-9 });
  });

  onGoldenSets('partitions of SciPy and picks of the reference', 'tgt', (name) => {
    const rows = features(name);
    const { runs, ward_linkage: merges } = golden(name).diffuse;
    const { ids } = golden(name);
    for (const { budget, selected_ids } of runs) {
      const labels = cutLinkage(wardLinkage(rows), budget);
      expect(partition(labels)).toEqual(partition(cutOf(merges, budget)));
      expectSamePicks(
        rows,
        labels,
        budget,
        selected_ids.map((id: unknown) => ids.indexOf(id)),
      );
    }
  });

  /** The cut of a linkage in SciPy's form, where merge m makes cluster N + m. */
  function cutOf(merges: readonly number[][], clusters: number): number[] {
    const size = merges.length + 1;
    const members: number[][] = Array.from({ length: size }, (_, row) => [row]);
    const labels = members.map((_, row) => row);
    merges.slice(0, size - clusters).forEach(([a, b], merge) => {
      members.push([...members[a], ...members[b]]);
      for (const row of members[members.length - 1]) labels[row] = size + merge;
    });
    return labels;
  }
});

/** Labels in the order of first occurrence. */
function partition(labels: ArrayLike<number>): number[] {
  const numbers = new Map<number, number>();
  return Array.from(labels, (label) => {
    if (!numbers.has(label)) numbers.set(label, numbers.size);
    return numbers.get(label)!;
  });
}

describe('k-means', () => {
  onGoldenSets('stays in the partition of scikit-learn, with its inertia and its picks', 'src', (name) => {
    const rows = rowsFrom(golden(`${name}.embeddings`).src);
    const { ids, kmeans } = golden(name);
    for (const { budget, labels, inertia, selected_ids } of kmeans) {
      const given = Uint32Array.from(labels);
      const found = lloyd(rows, means(rows, given, budget));
      expect([...found.labels]).toEqual(labels);
      expectClose(found.inertia, inertia, { relative: 1e-9 });
      expectSamePicks(
        rows,
        given,
        budget,
        selected_ids.map((id: unknown) => ids.indexOf(id)),
      );
    }
  });

  onGoldenSets('from its own start comes within a tenth of scikit-learn', 'src', async (name) => {
    const vectors = golden(`${name}.embeddings`).src;
    const data = datasetFromItems(
      goldenItems(name).map((item, i) => ({ ...item, embedding: { src: vectors[i] } })),
    );
    for (const { budget, inertia } of golden(name).kmeans) {
      const found = await runSelector(kMeans, data, { budget: { items: budget } });
      expect(found.chosen).toHaveLength(budget);
      expect((found.details as any).inertia).toBeLessThan(1.1 * inertia);
    }
  });
});

describe('diffuse with variant=reference', () => {
  onGoldenSets(
    'picks as the reference does, but in clusters of two, where rounding chooses',
    'tgt',
    async (name) => {
      const { systems, rows } = golden(`${name}.embeddings`).tgt;
      const data = datasetFromItems(
        goldenItems(name).map((item, i) => ({
          ...item,
          embedding: {
            tgt: Object.fromEntries(systems.map((system: string, s: number) => [system, rows[i][s]])),
          },
        })),
      );
      for (const { budget, selected_ids } of golden(name).diffuse.runs) {
        const options = { variant: 'reference' };
        const { chosen, weights } = await runSelector(diffuse, data, { options, budget: { items: budget } });
        const differing = Array.from(chosen!).filter(
          (item) => !selected_ids.includes(Number(data.ids[item])),
        );
        expect(chosen).toHaveLength(budget);
        expect(differing.map((item) => weights![item]).filter((size) => size !== 2)).toEqual([]);
        expect(weights!.reduce((sum, weight) => sum + weight, 0)).toBe(data.size);
      }
    },
  );
});
