export { loadRegressor, type Regressor } from './load-regressor.js';
export { CARD_FILE, readNeuralCard, type NeuralCard } from './neural-card.js';
export { predictSources, type PredictOptions } from './predict-sources.js';
