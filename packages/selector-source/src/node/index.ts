export { loadRegressor } from './load-regressor.js';
export type { Regressor } from './regressor.js';
export { CARD_FILE, readNeuralCard, type NeuralCard } from './neural-card.js';
export { predictSources, type PredictOptions } from './predict-sources.js';
