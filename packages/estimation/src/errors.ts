import { defineError, quoteList } from '@goldpan/core';

export const disconnectedSystems = defineError(
  'DISCONNECTED_SYSTEMS',
  'Some systems were never judged on the same items as others, directly or through a chain, so that nothing compares them.',
  (groups: readonly (readonly string[])[]) => ({
    fields: { groups },
    what:
      `systems can be compared only where a chain of items with two judged systems joins them; there are ${groups.length} groups ` +
      `that nothing joins: ${groups.map((group) => `[${quoteList(group)}]`).join(', ')}`,
    advice: 'judge items with systems of several groups, or estimate each group by itself',
  }),
);

export const tooFewDocuments = defineError(
  'TOO_FEW_DOCUMENTS',
  'Documents are the independent units and fewer than two are judged.',
  (got: number) => ({
    fields: { got, least: 2 },
    what: `an interval from whole documents needs at least 2 judged documents; there is ${got}`,
    advice: 'judge items of further documents, or leave the documents out where items were drawn one by one',
  }),
);

export const invalidArgument = defineError(
  'INVALID_ARGUMENT',
  'A number given to a statement about an estimate lies outside its range.',
  (subject: string, requirement: string, got: unknown) => ({
    fields: { subject, requirement, got },
    what: `${subject} must be ${requirement}; got ${String(got)}`,
    advice: 'give a number inside the range',
  }),
);
