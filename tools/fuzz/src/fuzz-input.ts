/** An input: the files of a folder, and what is done with them. */
export interface FuzzInput {
  /** The folder of the corpus that it was made from. */
  readonly name: string;
  /** Contents by path from the folder. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly use: Use;
}

/** What is done with an input: its files are read by a loader, or a command line runs on them. */
export interface Use {
  readonly format?: string;
  readonly paths?: readonly string[];
  readonly options?: Readonly<Record<string, unknown>>;
  /** Whether records that cannot be used are set aside, so that the reading goes on. */
  readonly tolerant?: boolean;
  readonly command?: readonly string[];
}
