/** Where the columns of a table of MQM marks are; −1 where it has none of that kind. */
export interface MarkColumns {
  readonly system: number;
  readonly rater: number;
  readonly category: number;
  readonly severity: number;
  readonly segment: number;
  /** Whether segments are numbered anew in every document. */
  readonly perDocument: boolean;
  readonly document: number;
  readonly source: number;
  readonly target: number;
  readonly metadata: number;
}

/** Where the columns of a table of published segment scores are. */
export interface ScoreColumns {
  readonly system: number;
  readonly segment: number;
  readonly score: number;
}

/** What a header says that the rows of the table are. */
export type MqmHeader =
  | { readonly kind: 'marks'; readonly width: number; readonly columns: MarkColumns }
  | { readonly kind: 'scores'; readonly width: number; readonly columns: ScoreColumns };

/**
 * What a header line says: marks of errors, or segment scores; undefined where it is the header of something else. Names are
 * separated by tabs, or by blanks where there is no tab; a cell that begins with `#` is a comment.
 */
export function mqmHeader(line: string): MqmHeader | undefined {
  const names = cellsOf(line)
    .filter((name) => !name.startsWith('#'))
    .map((name) => name.trim().toLowerCase().replaceAll('_', ''));
  const find = (...wanted: string[]) => names.findIndex((name) => wanted.includes(name));
  const all = find('globalsegid', 'segid');
  const perDocument = all < 0;
  const segment = perDocument ? find('docsegid') : all;
  const system = find('system');
  const [rater, category, severity] = [find('rater', 'annotator'), find('category'), find('severity')];
  const width = names.length;
  const document = find('doc', 'document', 'docname');
  if (Math.min(system, segment, rater, category, severity) >= 0 && !(perDocument && document < 0)) {
    const [source, target, metadata] = [find('source'), find('target'), find('metadata')];
    const columns = { system, rater, category, severity, segment, perDocument, document, source, target };
    return { kind: 'marks', width, columns: { ...columns, metadata } };
  }
  const score = names.findIndex((name) => /^mqm.*score$/.test(name));
  if (Math.min(system, segment, score) < 0) return undefined;
  return { kind: 'scores', width, columns: { system, segment, score } };
}

/** The cells of a line: between tabs, or between blanks where there is no tab. */
export function cellsOf(line: string): string[] {
  return line.includes('\t') ? line.split('\t') : line.trim().split(/ +/);
}
