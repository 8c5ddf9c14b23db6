import type { Coordinate, Family } from './families/family.js';
import type { IrtItem, IrtModel } from './irt-model.js';

/** The point of an item of a fitted model, for the functions of its family. */
export function itemPoint(model: IrtModel, family: Family, item: IrtItem): Float64Array {
  const { discrimination, difficulty, guessing = 0, feasibility = 1, thresholds } = item;
  const middle = thresholds ? thresholds[Math.floor((thresholds.length - 1) / 2)] : difficulty;
  let gap = 0;
  const valueOf = (coordinate: Coordinate): number => {
    switch (coordinate) {
      case 'log-slope':
        return Math.log(discrimination);
      case 'intercept':
        return -discrimination * middle;
      case 'logit-guessing':
        return logit(guessing);
      case 'logit-span':
        return logit((feasibility - guessing) / (1 - guessing));
      case 'log-noise':
        return Math.log(model.noise!.deviation);
      case 'log-gap':
        return Math.log(discrimination * (thresholds![++gap] - thresholds![gap - 1]));
    }
  };
  return Float64Array.from([...family.coordinates, ...family.shared], valueOf);
}

function logit(p: number): number {
  return Math.log(p / (1 - p));
}
