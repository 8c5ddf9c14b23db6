import type { AgreementCoefficientResult, AgreementDocument } from '@goldpan/core';
import { expect, test } from 'vitest';
import { terminalOf } from '../src/index.js';
import { viewOf } from '../src/view/view-of.js';
import { htmlOf } from '../src/html.js';

const of = (value: number | null, reason?: string): AgreementCoefficientResult => ({
  value,
  low: value === null ? null : value - 0.1,
  high: value === null ? null : value + 0.05,
  level: 0.95,
  ...(reason && { reason }),
});

const criterion = (name: string, alpha: number | null): AgreementDocument['criteria'][number] => ({
  name,
  scale: { kind: 'stars', min: 1, max: 5, better: 'higher' },
  measured: 'ordinal',
  raters: 3,
  sharing: 3,
  judgements: 60,
  cells: 30,
  sharedCells: 20,
  units: 20,
  alpha: of(alpha, alpha === null ? 'no variation' : undefined),
  alphas: { nominal: of(0.4), ordinal: of(alpha), interval: of(0.5), ratio: of(null, 'values below zero') },
  icc: { '1,1': of(0.6), '2,1': of(null, 'too few units that all raters rated'), '3,k': of(0.8) },
  kappa: { cohen: of(0.3), quadratic: of(0.5), fleiss: of(-0.2) },
  kendallW: of(0.9),
  disagreement: {
    by: 'guideline',
    worstTenth: { share: 0.2, byChance: 0.19 },
    text: 'It is in the guideline.',
  },
});

const result: AgreementDocument = {
  goldpan: '9.9.9',
  command: 'agreement',
  seed: 0,
  data: { name: 'judged.jsonl', items: 30, systems: 1, sha256: null },
  level: 0.95,
  resampled: 'documents',
  criteria: [criterion('fluency', 0.83), criterion('adequacy', 0.41), criterion('style', null)],
  raters: [
    { name: 'rater 1', criterion: 'fluency', judgements: 30, shared: 20, severity: 0.5, severityInterval: { low: 0.2, high: 0.9 }, spread: 1.2, agreement: 0.7, seconds: 12.34, repeated: 0.25 },
    { name: 'rater 2', criterion: 'fluency', judgements: 30, shared: 20, severity: -0.5, severityInterval: null, spread: 0.9, agreement: 0.6, without: { alpha: 0.2, gain: -0.1, surely: false }, seconds: null, repeated: null },
  ],
  disputes: [
    { criterion: 'fluency', id: 'i<7>', system: 'A', disagreement: 3.2, ratings: [{ rater: 'rater 1', value: -1 }, { rater: 'rater 2', value: 5 }], source: 'a\n<script>', output: 'xxx '.repeat(100) },
  ],
}; // prettier-ignore

test('the answer is a sentence per criterion, with the interval, or why there is none', () => {
  const { answer, tone } = viewOf(result);
  expect(answer).toContain('On fluency, raters agree well (alpha 0.83, 0.73 to 0.88).');
  expect(answer).toContain('On adequacy, raters agree poorly (alpha 0.41, 0.31 to 0.46).');
  expect(answer).toContain('On style, agreement is not defined: no variation.');
  expect(tone).toBe('bad');
});

test('every coefficient has a row, and what is not defined its reason', () => {
  const block = viewOf(result).blocks.find(({ name }) => name === 'coefficients-1');
  const rows = block?.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : [];
  expect(rows).toHaveLength(11);
  expect(rows[3].slice(0, 3)).toEqual(['Krippendorff’s alpha, ratio', '–', 'values below zero']);
  expect(rows[5].slice(0, 3)).toEqual(['ICC(2,1)', '–', 'too few units that all raters rated']);
  expect(rows[9][1]).toBe('−0.200');
});

test('texts in dispute are shown with the judgements, shortened, and escaped on pages', () => {
  const points = viewOf(result).blocks.find(({ name }) => name === 'disputed-texts');
  const [text] = points?.kind === 'points' ? points.points : [];
  expect(text).toContain('i<7>, A, fluency (rater 1: −1, rater 2: 5). Source: “a <script>” Output: “xxx');
  expect(text.length).toBeLessThan(400);
  expect(htmlOf(result)).not.toContain('a <script>');
});

test('charts draw alpha and severity; text stays within its width', () => {
  const charts = viewOf(result).blocks.filter(({ kind }) => kind === 'intervals');
  expect(charts.map(({ name }) => name)).toEqual(['alpha', 'severity-1']);
  const lines = terminalOf(result, { width: 76 }).split('\n');
  expect(lines.every((line) => line.length <= 76)).toBe(true);
  expect(lines.some((line) => line.includes('12.3'))).toBe(true);
});
