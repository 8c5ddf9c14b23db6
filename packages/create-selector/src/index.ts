export { CreateError } from './create-error.js';
export { createSelector, type CreatedSelector } from './create-selector.js';
