import { expect, test } from 'vitest';
import { checkEstimator, defineEstimator, z } from '../src/index.js';
import { expectError } from './support.js';

const estimator = defineEstimator({
  name: 'plain-mean-2',
  summary: 's',
  options: z.object({}),
  estimate: () => undefined as never,
});

test('an estimator is frozen and of this version', () => {
  expect(estimator).toMatchObject({ name: 'plain-mean-2', apiVersion: 1, summary: 's' });
  expect(Object.isFrozen(estimator)).toBe(true);
  expect(checkEstimator({ ...estimator, name: 'm' })).toBeUndefined();
});

test.each<[object, string]>([
  [{ name: undefined }, 'estimator "(without a name)" of p must have a kebab-case name'],
  [{ name: 7 }, 'estimator 7 of p must have a kebab-case name'],
  [{ name: 'Mean' }, 'estimator "Mean" of p must have a kebab-case name'],
  [{ name: 'meaN' }, 'must have a kebab-case name'],
  [{ name: 'mean-' }, 'must have a kebab-case name'],
  [{ summary: '' }, 'estimator "plain-mean-2" of p must have a summary'],
  [{ summary: undefined }, 'must have a summary'],
  [{ options: {} }, 'must have a schema as options'],
  [{ options: undefined }, 'must have a schema as options'],
  [{ estimate: 1 }, 'must have an estimate function'],
])('an estimator is refused with %j', (change, problem) =>
  expectError(() => checkEstimator({ ...estimator, ...change }, 'p'), 'INVALID_PLUGIN', problem),
);

test('an estimator of another version is refused with both numbers', () =>
  expectError(
    () => checkEstimator({ ...estimator, apiVersion: 2 }),
    'WRONG_API_VERSION',
    'estimator "plain-mean-2" of the definition must have apiVersion 1; it has 2',
  ));

test.each([[null], [undefined], ['mean'], [7]])('%j is no estimator', (value) =>
  expectError(
    () => checkEstimator(value),
    'INVALID_PLUGIN',
    'estimator "(without a name)" of the definition must have a kebab-case name',
  ),
);
