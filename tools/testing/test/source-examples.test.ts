import { expect, test } from 'vitest';
import { sourceExamples } from '../src/index.js';

const source = `import { x } from './x.js';

/** No example. */
export function plain() {}

/**
 * Twice a number.
 *
 * @example
 * \`\`\`ts
 * import { twice } from 'numbers';
 *
 * twice(2); // → 4
 * \`\`\`
 *
 * @example
 * \`\`\`ts
 * twice('a'); // throws NOT_A_NUMBER
 * \`\`\`
 */
export function twice(n: number) {}

/**
 * Private things show nothing.
 *
 * @example
 * \`\`\`ts
 * hidden(); // → 1
 * \`\`\`
 */
function hidden() {}
`;

test('every example of an exported function is found, with its name, line and code', () => {
  expect(sourceExamples(source)).toEqual([
    { name: 'twice', line: 6, code: "import { twice } from 'numbers';\n\ntwice(2); // → 4\n" },
    { name: 'twice', line: 6, code: "twice('a'); // throws NOT_A_NUMBER\n" },
  ]);
});

test('a source without examples has none', () => expect(sourceExamples('export const a = 1;\n')).toEqual([]));
