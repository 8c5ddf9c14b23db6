export { highsSolver, type HighsSolver, type HighsSolverOptions } from './highs-solver.js';
