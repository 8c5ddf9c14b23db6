import { errorWeight, type ErrorWeight, type SpanFields } from '@goldpan/core';
import { whereOf } from '../../../reading/intake.js';
import type { TextLine } from '../../../reading/read-lines.js';
import { ActionTimes } from './action-times.js';
import { codePoints, markedText, type MarkedText } from './marked-text.js';

/** One row of a table of marks, as texts. */
export interface MarkRow {
  readonly item: string;
  readonly system: string;
  readonly rater: string;
  readonly document: string;
  readonly source: string;
  readonly target: string;
  readonly category: string;
  readonly severity: string;
  readonly timing?: unknown;
  /** When the row was written, in milliseconds since 1970. */
  readonly time?: number;
  readonly line: TextLine;
}

/** What one rater said of one output, of all its rows. */
export interface MarkedJudgement {
  readonly item: string;
  readonly system: string;
  readonly rater: string;
  penalty: number;
  readonly spans: SpanFields[];
  time?: number;
  /** Whether a row was set aside, so that the score would be too good. */
  spoilt: boolean;
}

/** What is known of a segment. */
export interface MarkedItem {
  readonly document: string;
  readonly source: string;
  readonly origin: string;
  readonly outputs: Map<string, string>;
}

const NO_ERROR = /^no[- ]?error$/i;
const CHECK = /^hotw/i;

/** Puts the rows of tables of marks together: rows of a segment, system and rater are one judgement. */
export class MarkedCells {
  readonly items = new Map<string, MarkedItem>();
  /** By segment, system and rater. */
  readonly judgements = new Map<string, MarkedJudgement>();
  readonly times = new ActionTimes();
  /** Attention checks, and how many of them were found. */
  readonly checks = { rows: 0, found: 0 };
  /** Marks in texts that differ from the text of an earlier row, so that their place is not known. */
  misplaced = 0;
  readonly #weights: readonly ErrorWeight[];

  constructor(weights: readonly ErrorWeight[]) {
    this.#weights = weights;
  }

  /** Takes a row; gives back what is wrong with it, as text. */
  take(row: MarkRow): string | undefined {
    const [source, target] = [markedText(row.source), markedText(row.target)];
    const item = this.#itemOf(row, source.text);
    const { document } = item;
    if (document !== row.document)
      return `segment ${JSON.stringify(row.item)} must lie in one document; it lies in ${JSON.stringify(document)} and ${JSON.stringify(row.document)}; where segments are numbered by document, set segments=document`;
    if (!item.outputs.has(row.system)) item.outputs.set(row.system, target.text);
    // A rater reads the output while the check is on, so what is done in it belongs to the time of the judgement.
    this.times.add(row.rater, judgementKey(row), row.timing);
    if (CHECK.test(row.severity) || CHECK.test(row.category)) {
      this.checks.rows++;
      if (/^found/i.test(row.category)) this.checks.found++;
      return undefined;
    }
    return this.#mark(this.#judgement(row), row, { source, target, item });
  }

  #mark(
    judgement: MarkedJudgement,
    { category, severity, time }: MarkRow,
    { source, target, item }: { source: MarkedText; target: MarkedText; item: MarkedItem },
  ): string | undefined {
    if (time !== undefined) judgement.time = Math.max(time, judgement.time ?? 0);
    if (NO_ERROR.test(severity) || (severity === '' && NO_ERROR.test(category))) return undefined;
    const weight = errorWeight({ severity, category }, this.#weights);
    if (weight === undefined) {
      judgement.spoilt = true;
      return `item ${JSON.stringify(judgement.item)}, system ${JSON.stringify(judgement.system)}, rater ${JSON.stringify(judgement.rater)}: a severity must be one that has a weight; got ${JSON.stringify(severity)}; give it one (weights=${severity || 'SEVERITY'}=…)`;
    }
    judgement.penalty += weight;
    const inSource = target.from === undefined && source.from !== undefined;
    const place = inSource
      ? this.#placeIn(item.source, source)
      : this.#placeIn(item.outputs.get(judgement.system)!, target);
    judgement.spans.push({ ...place, in: inSource ? 'src' : 'tgt', category, severity });
    return undefined;
  }

  /** The place of a mark in the text that is kept; none where the row has another text. White space at the ends may differ. */
  #placeIn(kept: string, { text, from, to }: MarkedText): { from?: number; to?: number } {
    if (from === undefined || to === undefined) return {};
    if (kept === text) return { from, to };
    if (kept.trimEnd() !== text.trimEnd()) {
      this.misplaced++;
      return {};
    }
    const length = codePoints(kept);
    return { from: Math.min(from, length), to: Math.min(to, length) };
  }

  #itemOf({ item: id, document, line }: MarkRow, source: string): MarkedItem {
    let item = this.items.get(id);
    if (item === undefined) {
      item = { document, source, origin: whereOf(line), outputs: new Map() };
      this.items.set(id, item);
    }
    return item;
  }

  #judgement(row: MarkRow): MarkedJudgement {
    const key = judgementKey(row);
    let judgement = this.judgements.get(key);
    if (judgement === undefined) {
      const { item, system, rater } = row;
      judgement = { item, system, rater, penalty: 0, spans: [], spoilt: false };
      this.judgements.set(key, judgement);
    }
    return judgement;
  }
}

function judgementKey({ item, system, rater }: MarkRow): string {
  return `${item}\u0000${system}\u0000${rater}`;
}
