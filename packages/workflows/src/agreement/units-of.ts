import type { Dataset } from '@goldpan/core';

/** What is drawn anew for intervals of agreement, and to which of them each item belongs. */
export interface AgreementUnits {
  readonly resampled: 'items' | 'documents';
  /** The unit of each item. */
  readonly ofItem: ArrayLike<number>;
}

/** Documents, where the data knows them: judgements of one document are alike. An item without a document stands for itself. */
export function unitsOf({ size, documents }: Pick<Dataset, 'size' | 'documents'>): AgreementUnits {
  const items = Uint32Array.from({ length: size }, (_, item) => item);
  if (documents === undefined) return { resampled: 'items', ofItem: items };
  const firsts = new Map<string, number>();
  documents.forEach((document, item) => {
    if (document !== undefined && !firsts.has(document)) firsts.set(document, item);
  });
  if (firsts.size < 2) return { resampled: 'items', ofItem: items };
  const ofItem = items.map((item) => {
    const document = documents[item];
    return document === undefined ? item : firsts.get(document)!;
  });
  return { resampled: 'documents', ofItem };
}
