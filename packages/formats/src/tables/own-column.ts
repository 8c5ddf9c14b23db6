/** The last column of the tables that Goldpan writes; texts in such a table are neutralised (see `neutralText`). */
export const OWN_COLUMN = 'goldpan';
