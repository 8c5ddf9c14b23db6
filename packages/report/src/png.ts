export { pngOf } from './node/png-of.js';
