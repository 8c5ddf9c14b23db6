import { packageTests } from '../../vitest.shared.js';

// Nx and what it loads are used as Node finds them.
export default { ...packageTests(import.meta.dirname), resolve: {}, ssr: {} };
