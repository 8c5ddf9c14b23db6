/** The version of the contracts in this package. A plugin carries the one it was written for. */
export const API_VERSION = 1;
