import type { AgreementDocument, DisputedCell } from '@goldpan/core';
import { withMinus } from '../format/numbers.js';
import type { Points } from './points.js';

const MOST_TEXTS = 10;
const LONGEST_TEXT = 240;

/** What raters disagree on most, to be read: the worst of all criteria with their texts. */
export function disputedTexts({ disputes, criteria }: AgreementDocument): readonly Points[] {
  const withTexts = disputes
    .filter(({ source, output }) => source !== undefined || output !== undefined)
    .toSorted((a, b) => b.disagreement - a.disagreement)
    .slice(0, MOST_TEXTS);
  if (withTexts.length === 0) return [];
  const points = withTexts.map((cell) => textOf(cell, criteria.length > 1));
  return [{ kind: 'points', name: 'disputed-texts', title: 'Their texts', points }];
}

function textOf(cell: DisputedCell, several: boolean): string {
  const { id, system, criterion, ratings, source, output } = cell;
  const texts = [
    ...(source === undefined ? [] : [`Source: “${brief(source)}”`]),
    ...(output === undefined ? [] : [`Output: “${brief(output)}”`]),
  ];
  return `${id}, ${system}${several ? `, ${criterion}` : ''} (${ratingsText(ratings)}). ${texts.join(' ')}`;
}

/** `rater 1: 4, rater 2: 2`. */
export function ratingsText(ratings: DisputedCell['ratings']): string {
  return ratings.map(({ rater, value }) => `${rater}: ${valueText(value)}`).join(', ');
}

function valueText(value: number | string): string {
  return typeof value === 'string' ? value : withMinus(String(Number(value.toPrecision(6))));
}

function brief(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT - 1)}…` : line;
}
