import { messageOf } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { parseGroupBounds, parseGroupColumn, parseMaxPer, type GroupBounds } from '../src/index.js';
import { expectError } from './support.js';

describe('bounds on groups', () => {
  const readable: [string, GroupBounds][] = [
    ['domain:min=5,max=40%', { column: 'domain', min: { items: 5 }, max: { percent: 40 } }],
    [' domain : max = 12.5% ', { column: 'domain', max: { percent: 12.5 } }],
    ['document:max=3', { column: 'doc', max: { items: 3 } }],
    ['domain=news:min=20%', { column: 'domain', group: 'news', min: { percent: 20 } }],
    ['doc=talk: part 2:min=1', { column: 'doc', group: 'talk: part 2', min: { items: 1 } }],
    ['domain=a=b:max=0', { column: 'domain', group: 'a=b', max: { items: 0 } }],
    ['length:min=3', { column: 'length', min: { items: 3 } }],
    ['length:bands=4,max=.5%', { column: 'length', bands: 4, max: { percent: 0.5 } }],
    ['register:max=40%', { column: 'register', max: { percent: 40 } }],
    ['domain:min=.25%,max=100%', { column: 'domain', min: { percent: 0.25 }, max: { percent: 100 } }],
    ['domain:min=5,max=5', { column: 'domain', min: { items: 5 }, max: { items: 5 } }],
    ['domain:min=50%,max=50%', { column: 'domain', min: { percent: 50 }, max: { percent: 50 } }],
    ['domain:min=50%,max=5', { column: 'domain', min: { percent: 50 }, max: { items: 5 } }],
    ['domain:min=50,max=5%', { column: 'domain', min: { items: 50 }, max: { percent: 5 } }],
    ['length:bands=2,min=0', { column: 'length', bands: 2, min: { items: 0 } }],
    ['length:min=12,bands=10', { column: 'length', bands: 10, min: { items: 12 } }],
    ['domain:max=2.', { column: 'domain', max: { items: 2 } }],
    ['domain=:max=2', { column: 'domain', group: '', max: { items: 2 } }],
  ];
  test.each(readable)('%s', (text, bounds) => expect(parseGroupBounds(text)).toEqual(bounds));

  test.each([
    ['domain', 'must have bounds after a colon'],
    [':min=5', 'must start with the name of a column'],
    ['=news:min=5', 'must start with the name of a column'],
    ['length:bands=1,min=3', 'may have bands, 2 or more, for length only'],
    ['domain:bands=3,min=3', 'may have bands, 2 or more, for length only'],
    ['length:bands=3', 'must have min or max'],
    ['domain:5', 'must have bounds such as min=5 or max=40% after the colon; got "5"'],
    ['domain:min=5,min=6', 'must name min only once'],
    ['domain:min=2.5', 'must have a whole number or a share as min; got "2.5"'],
    ['domain:max=140%', 'must have a whole number or a share as max; got "140%"'],
    ['domain:max=-1', 'must have a whole number or a share as max; got "-1"'],
    ['domain:max=5 items', 'must have a whole number or a share as max; got "5 items"'],
    ['domain:max=', 'must have a whole number or a share as max; got ""'],
    ['domain:max=4,max=40%', 'must name max only once'],
    ['length:bands=3,bands=4,min=1', 'must name bands only once'],
    ['length:bands=3.5,min=1', 'may have bands, 2 or more, for length only'],
    ['length:bands=1e1,min=1', 'may have bands, 2 or more, for length only'],
    ['length:bands=0x10,min=1', 'may have bands, 2 or more, for length only'],
    ['length:bands=x3,min=1', 'may have bands, 2 or more, for length only'],
    ['length:bands=3x,min=1', 'may have bands, 2 or more, for length only'],
    ['domain:at min=5', 'must have bounds such as min=5 or max=40% after the colon; got "at min=5"'],
    ['domain:min=5,', 'must have bounds such as min=5 or max=40% after the colon; got ""'],
    ['domain:min=5,max=4', 'must not have a min above its max'],
    ['domain:min=50%,max=40%', 'must not have a min above its max'],
  ])('%s: refused', (text, problem) => {
    expect(messageOf(() => parseGroupBounds(text))).toBe(
      `INVALID_CONSTRAINT: constraint ${JSON.stringify(text)} ${problem}`,
    );
  });
});

describe('limits per group', () => {
  test('are a column and a number', () => {
    expect(parseMaxPer('doc=3')).toEqual({ column: 'doc', items: 3 });
    expect(parseMaxPer(' domain = 10 ')).toEqual({ column: 'domain', items: 10 });
  });

  test.each([
    ['doc', 'must be a column, = and a number'],
    ['', 'must be a column, = and a number'],
    ['=3', 'must start with the name of a column'],
    ['doc=0', 'must have a whole number of items from 1 on; got "0"'],
    ['doc=00', 'must have a whole number of items from 1 on; got "00"'],
    ['doc=1.5', 'must have a whole number of items from 1 on; got "1.5"'],
    ['doc=3%', 'must have a whole number of items from 1 on; got "3%"'],
    ['doc=a3', 'must have a whole number of items from 1 on; got "a3"'],
    ['doc=1=3', 'must have a whole number of items from 1 on; got "1=3"'],
  ])('%j: refused', (text, problem) =>
    expectError(
      () => parseMaxPer(text),
      'INVALID_CONSTRAINT',
      `constraint ${JSON.stringify(text)} ${problem}; write for example doc=3`,
    ),
  );

  test('go by any column, of which the document has two names', () => {
    expect(['doc', 'document', ' domain ', 'register'].map(parseGroupColumn)).toEqual([
      'doc',
      'doc',
      'domain',
      'register',
    ]);
  });

  test('must name a column', () =>
    expectError(
      () => parseGroupColumn(' '),
      'INVALID_CONSTRAINT',
      'constraint " " must start with the name of a column; name a field of the items, such as domain',
    ));
});
