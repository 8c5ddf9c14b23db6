import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { reproduceCommand } from '../src/reproduce.js';

test('the command of a result has relative paths, and nothing about printing, threads or machines', () => {
  const folder = resolve('project');
  const items = join(folder, 'data', 'items.jsonl');
  const args = [
    'plan',
    items,
    `--vectors=${join(folder, 'v.npy')}`,
    '--workers',
    '4',
    '--json',
    '--title',
    'a b',
  ];
  expect(reproduceCommand(args, folder)).toBe(
    `npx goldpan plan ${join('data', 'items.jsonl')} --vectors=v.npy --title 'a b'`,
  );
  expect(reproduceCommand(['compare', 'a.jsonl', '--workers=2', '-q'], folder)).toBe(
    'npx goldpan compare a.jsonl',
  );
  const elsewhere = ['plan', 'a.jsonl', '--executor', 'bullmq', '--redis=redis://localhost', '--seed', '1'];
  expect(reproduceCommand(elsewhere, folder)).toBe('npx goldpan plan a.jsonl --seed 1');
  expect(reproduceCommand(['plan', '--redis', '--json'], folder)).toBe('npx goldpan plan');
});
