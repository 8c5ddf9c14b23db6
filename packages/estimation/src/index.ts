export { errorCatalogue } from './error-catalogue.js';
export { mean } from './estimators/mean.js';
export { regression } from './estimators/regression.js';
export { shrunk } from './estimators/shrunk.js';
