export { expectClose, type Tolerance } from './expect-close.js';
export { golden, goldenItems, hasGolden, readJsonLines } from './golden.js';
export { messageOf } from './message-of.js';
export { exampleDataPath, fixturePath, sharedPath, workspacePath } from './paths.js';
export { sourceExamples, type SourceExample } from './source-examples.js';
export { testErrors } from './test-errors.js';
export { testExamples } from './test-examples.js';
export { testReadme } from './test-readme.js';
export { testWithShared } from './test-with-shared.js';
