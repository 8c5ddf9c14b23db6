import { errorCatalogue as catalogue } from './error-catalogue.js';

export { main } from './main.js';
export { processTerminal, type Terminal } from './terminal.js';

/** The errors of the command: their codes, and when each is thrown. */
export const errorCatalogue: readonly { readonly code: string; readonly summary: string }[] = catalogue;
