import type { Platform } from '../platform.js';
import { annotationCsv } from './csv.js';
import { appraise } from './appraise.js';
import { argilla } from './argilla.js';
import { doccano } from './doccano.js';
import { labelStudio } from './label-studio.js';
import { pearmut } from './pearmut.js';
import { prodigy } from './prodigy.js';

/** The annotation platforms that tasks can be written for and judgements read from. */
export const platforms: readonly Platform[] = [
  labelStudio,
  argilla,
  pearmut,
  appraise,
  doccano,
  prodigy,
  annotationCsv,
];
