import { expect, test } from 'vitest';
import { awaitPlugin, callPlugin, Loan, noItems } from '../src/index.js';
import { expectError } from './support.js';

test('a loan is of each array once, as it was when it was lent first', async () => {
  const loan = new Loan();
  const array = Float64Array.of(1, 2, 3);
  expect(loan.lend('the first name', array)).toBe(array);
  array[1] = 9;
  loan.lend('another name', array);
  await expectError(
    () => loan.settle('x'),
    'DATA_CHANGED',
    'x must leave data as it is; it changed the first name;',
  );
  array[1] = 2;
  expect(loan.settle('x')).toBeUndefined();
});

test('nothing is lent where there is nothing', () => {
  const loan = new Loan();
  expect(loan.lend('the costs', undefined)).toBeUndefined();
  expect(loan.settle('x')).toBeUndefined();
});

test('errors of Goldpan, and those of an aborted call, are thrown as they are', async () => {
  const own = noItems('here');
  expect(() =>
    callPlugin('x', () => {
      throw own;
    }),
  ).toThrow(own);
  await expect(awaitPlugin('x', () => Promise.reject(own))).rejects.toBe(own);
  const thrown = new Error('enough');
  const aborted = AbortSignal.abort(thrown);
  await expect(awaitPlugin('x', () => Promise.reject(thrown), aborted)).rejects.toBe(thrown);
  const going = new AbortController().signal;
  await expect(awaitPlugin('x', () => Promise.reject(thrown), going)).rejects.toMatchObject({
    code: 'PLUGIN_THREW',
    cause: thrown,
  });
});

test('calls give what the plugin gives', async () => {
  expect(callPlugin('x', () => 5)).toBe(5);
  expect(await awaitPlugin('x', () => Promise.resolve(6))).toBe(6);
});
