export { errorCatalogue } from './error-catalogue.js';
export { main } from './main.js';
export { processTerminal, type Terminal } from './terminal.js';
