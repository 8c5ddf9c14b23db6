import { fileURLToPath } from 'node:url';

/** The root of the workspace. */
export const workspace = fileURLToPath(new URL('../../../', import.meta.url));
