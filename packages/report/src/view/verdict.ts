import type { Verdict } from '@goldpan/core';
import type { Tone } from './tone.js';

/** What kind of news a verdict is. */
export const VERDICT_TONES: Readonly<Record<Verdict, Tone>> = {
  helps: 'good',
  'likely helps': 'neutral',
  'no evidence': 'neutral',
  hurts: 'bad',
};

/** A sign for a verdict, for those who do not see colours. */
export const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = {
  helps: '▲',
  'likely helps': '△',
  'no evidence': '○',
  hurts: '▼',
};
