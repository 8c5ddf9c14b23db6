import type { IrtModel, IrtModelName, ScoreCoding } from '../irt-model.js';
import { fourParameter, threeParameter } from './asymptotic.js';
import { continuousFourParameter, continuousTwoParameter } from './continuous.js';
import type { Family } from './family.js';
import { graded } from './graded.js';
import { scaledFourParameter, scaledTwoParameter } from './scaled-noise.js';
import { oneParameter, twoParameter } from './two-parameter.js';

/** What a family follows from. */
export interface FamilyChoice {
  readonly model: IrtModelName;
  readonly noise?: Pick<NonNullable<IrtModel['noise']>, 'form'>;
  readonly coding: ScoreCoding;
}

/** The model family behind the name of a model. */
export function familyOf({ model, noise, coding }: FamilyChoice): Family {
  const scaled = noise?.form === 'scaled';
  switch (model) {
    case '1pl':
      return oneParameter;
    case '2pl':
      return twoParameter;
    case '3pl':
      return threeParameter();
    case '4pl':
      return fourParameter();
    case 'continuous-2pl':
      return scaled ? scaledTwoParameter() : continuousTwoParameter();
    case 'continuous-4pl':
      return scaled ? scaledFourParameter() : continuousFourParameter();
    case 'graded':
      return graded(coding.kind === 'levels' ? coding.levels.length : 2);
  }
}
