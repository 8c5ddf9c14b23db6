import { expect, test } from 'vitest';
import { redisAddress } from '../src/redis-address.js';

test.each([
  ['redis://localhost', 'redis://localhost'],
  ['redis://10.0.0.7:6380/3', 'redis://10.0.0.7:6380/3'],
  ['rediss://cache.example:6379', 'rediss://cache.example:6379'],
])('%s is an address', (given, shown) => {
  expect(redisAddress(given, { GOLDPAN_REDIS_URL: 'redis://elsewhere' })).toEqual({ url: given, shown });
});

test('the environment may hold user and password, and they are not shown', () => {
  const url = 'rediss://me:s3cret@cache.example:6380/1';
  expect(redisAddress(undefined, { GOLDPAN_REDIS_URL: url })).toEqual({
    url,
    shown: 'rediss://cache.example:6380/1',
  });
});

test.each([
  [undefined, /none was given/],
  ['', /none was given/],
  ['localhost', /no URL/],
  ['http://s3cret@localhost', /protocol/],
  ['redis://', /no host/],
  ['redis://localhost/s3cret', /number of a database/],
  ['redis://:s3cret@localhost', /user or a password/],
  ['redis://s3cret@localhost', /user or a password/],
])('%s is refused and not shown', (given, problem) => {
  let thrown: any;
  try {
    redisAddress(given, {});
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ code: 'INVALID_REDIS_URL', what: expect.stringMatching(problem) });
  expect(JSON.stringify([thrown, thrown.message])).not.toContain('s3cret');
});
