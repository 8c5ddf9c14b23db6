/** What the fields of tasks are called that hold what Goldpan needs, likely names first; compared without case and marks. */
export const ROLE_NAMES = {
  item: [
    ...['itemid', 'segmentid', 'segid', 'globalsegid', 'sampleid', 'exampleid', 'questionid', 'promptid'],
    ...['instanceid', 'sentenceid', 'item', 'id', 'uid', 'idx', 'index', 'key'],
  ],
  system: [
    ...['system', 'systemid', 'systemname', 'model', 'modelid', 'modelname', 'targetid', 'engine'],
    ...['mtsystem', 'sys', 'generator', 'llm', 'provider'],
  ],
  source: [
    ...['src', 'source', 'sourcetext', 'srctext', 'input', 'prompt', 'question', 'instruction', 'query'],
    ...['userinput', 'article', 'context', 'original', 'sourcesentence'],
  ],
  output: [
    ...['tgt', 'output', 'translation', 'hypothesis', 'hyp', 'mt', 'targettext', 'tgttext', 'outputtext'],
    ...['modeloutput', 'systemoutput', 'response', 'modelresponse', 'answer', 'actualoutput', 'prediction'],
    ...['completion', 'generation', 'generated', 'summary', 'candidate', 'target', 'text'],
  ],
  reference: [
    ...['ref', 'reference', 'referencetext', 'referencetranslation', 'gold', 'expected', 'expectedoutput'],
    ...['groundtruth'],
  ],
  document: ['docid', 'documentid', 'doc', 'document'],
  domain: ['domain'],
} as const;

/** What a field can hold of a task. */
export type Role = keyof typeof ROLE_NAMES;

/** What fields are called that hold answers, where answers stand among the fields of the task. */
export const SCORE_NAMES: readonly string[] = [
  ...['score', 'rating', 'quality', 'overall', 'overallscore', 'humanscore', 'humanrating', 'da', 'esa'],
  ...['adequacy', 'fluency', 'accuracy', 'coherence', 'consistency', 'relevance', 'faithfulness'],
  ...['helpfulness', 'preference', 'preferred', 'winner', 'choice', 'verdict', 'judgement', 'judgment'],
];
