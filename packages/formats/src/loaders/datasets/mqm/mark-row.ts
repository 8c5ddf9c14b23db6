import type { TextLine } from '../../../reading/read-lines.js';
import { jsonObject } from '../../json-object.js';
import type { MarkRow } from './marked-cells.js';
import type { MqmHeader } from './mqm-columns.js';

/** A row of a table of marks by the columns of its header; what is wrong with it, as text. */
export function markRow(
  line: TextLine,
  { width, columns }: Extract<MqmHeader, { kind: 'marks' }>,
  segments: 'global' | 'document',
): MarkRow | string {
  const cells = line.text.split('\t');
  if (cells.length < width)
    return `the row must have ${width} values like the header; it has ${cells.length}; check for a line break in a text`;
  const text = (at: number) => (at < 0 ? '' : cells[at]);
  const name = (at: number) => text(at).trim();
  const [segment, system, rater] = [name(columns.segment), name(columns.system), name(columns.rater)];
  const document = name(columns.document);
  if (segment === '' || system === '' || rater === '')
    return 'every row must name its segment, system and rater; fill them in';
  const metadata = metadataOf(text(columns.metadata));
  if (typeof metadata === 'string') return metadata;
  const { timestamp, timing } = metadata;
  const isTime = typeof timestamp === 'number' && timestamp > 0 && timestamp < 8.64e15;
  return {
    item: columns.perDocument || segments === 'document' ? `${document}:${segment}` : segment,
    system,
    rater,
    document,
    source: text(columns.source),
    target: text(columns.target),
    category: name(columns.category),
    severity: name(columns.severity),
    ...(isTime && { time: timestamp }),
    timing,
    line,
  };
}

/** The JSON beside a mark; empty where there is none; what is wrong with it, as text. */
function metadataOf(text: string): Readonly<Record<string, unknown>> | string {
  if (text.trim() === '') return {};
  try {
    return jsonObject(JSON.parse(text)) ?? {};
  } catch {
    return 'the metadata must be JSON or empty; check for a tab or a line break in it';
  }
}
