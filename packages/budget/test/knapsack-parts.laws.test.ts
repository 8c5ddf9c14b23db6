import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FlipHistory } from '../src/kernels/flip-history.js';
import { bestWithin, emptyStates, mergeShifted, type States } from '../src/kernels/knapsack-states.js';

interface State {
  readonly weight: number;
  readonly value: number;
  readonly node: number;
}

/** States by rising weight and value: of two the heavier one stays only when its value is higher. */
function undominated(states: readonly State[]): State[] {
  return states
    .toSorted((a, b) => a.weight - b.weight || b.value - a.value)
    .filter(({ value }, at, sorted) => sorted.slice(0, at).every((lighter) => lighter.value < value));
}

function packed(list: readonly State[], room = list.length): States {
  const states = emptyStates(room);
  states.size = list.length;
  list.forEach(({ weight, value, node }, at) => {
    states.weights[at] = weight;
    states.values[at] = value;
    states.nodes[at] = node;
  });
  return states;
}

function unpacked({ size, weights, values, nodes }: States): State[] {
  return Array.from({ length: size }, (_, at) => ({
    weight: weights[at],
    value: values[at],
    node: nodes[at],
  }));
}

const states = fc
  .array(fc.record({ weight: fc.nat(20), value: fc.nat(20) }), { minLength: 1, maxLength: 12 })
  .map((list) => undominated(list.map((state, node) => ({ ...state, node: node + 3 }))));

describe('partial solutions of a knapsack', () => {
  test('are merged with themselves shifted: what no lighter one beats, an old one before a new one like it', () => {
    fc.assert(
      fc.property(
        states,
        fc.integer({ min: 0, max: 9 }),
        fc.boolean(),
        fc.nat(40),
        (list, size, isOut, room) => {
          const sign = isOut ? -1 : 1;
          const shift = { weight: sign * (size + 1), value: sign * ((size * 7) % 10) };
          const from = packed(list);
          const into = emptyStates(room);
          mergeShifted(from, shift, into);
          const flipped = list.map(({ weight, value, node }) => ({
            weight: weight + shift.weight,
            value: value + shift.value,
            node: ~node,
          }));
          expect(unpacked(into)).toEqual(undominated([...list, ...flipped]));
          expect(unpacked(from)).toEqual(list);
        },
      ),
      { seed: 5, numRuns: 600 },
    );
  });

  test('keep their room where they have enough, and get three times as much where they have not', () => {
    const from = packed([
      { weight: 1, value: 1, node: 0 },
      { weight: 2, value: 3, node: 1 },
    ]);
    const roomAfter = (room: number) => {
      const into = emptyStates(room);
      mergeShifted(from, { weight: 5, value: 5 }, into);
      return [into.weights, into.values, into.nodes].map(({ length }) => length);
    };
    expect(roomAfter(4)).toEqual([4, 4, 4]);
    expect(roomAfter(3)).toEqual([6, 6, 6]);
  });

  test('the best within a capacity is the last that is not heavier', () => {
    fc.assert(
      fc.property(states, fc.integer({ min: -2, max: 22 }), (list, capacity) => {
        const last = list.filter(({ weight }) => weight <= capacity).length - 1;
        expect(bestWithin(packed(list, list.length + 5), capacity)).toBe(last);
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});

test('a history gives every node the flips of its parent and one more, for any number of nodes', () => {
  const history = new FlipHistory();
  const start = Array.from({ length: 50 }, (_, position) => Number(position === 4));
  const expected = [start];
  for (let node = 1; node < 3000; node++) {
    const parent = (node * 7919) % node;
    const position = (node * 31) % 50;
    expect(history.add(parent, position)).toBe(node);
    expected.push(expected[parent].with(position, 1 - expected[parent][position]));
  }
  expect(history.size).toBe(3000);
  for (let node = 0; node < 3000; node += 97) {
    const chosen = Uint8Array.from(start);
    history.apply(node, chosen);
    expect(Array.from(chosen)).toEqual(expected[node]);
  }
});
