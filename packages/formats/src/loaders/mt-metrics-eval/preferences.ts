/** Human protocols, the one that counts first. The order is that of subset2evaluate. */
export const PROTOCOLS = ['esa', 'da-sqm', 'mqm', 'wmt', 'appraise', 'wmt-raw', 'wmt-appraise'];

/** References, the one that counts first. The order is that of subset2evaluate. */
export const REFERENCES = ['refA', 'refB', 'refC', 'refa', 'refb', 'refc', 'ref'];

/** Test sets whose standard reference is not the first of that order, by `TEST-SET/LANGS`. */
export const STANDARD_REFERENCES: Readonly<Record<string, string>> = {
  'wmt24/en-de': 'refB',
  'wmt23/he-en': 'refB',
  'wmt23/en-he': 'refB',
  'wmt22/cs-en': 'refB',
  'wmt22/en-cs': 'refB',
  'wmt21.news/en-de': 'refC',
  'wmt21.news/zh-en': 'refB',
  'wmt21.tedtalks/zh-en': 'refB',
};

/** Outputs that come with the test sets and are no systems under comparison. */
export const SYNTHETIC_SYSTEMS = ['synthetic_ref', 'chrf_bestmbr'];
