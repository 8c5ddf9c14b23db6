/** A refusal, with a stable code: `CRE_INVALID_NAME`, `CRE_FOLDER_EXISTS`. */
export class CreateError extends Error {
  override readonly name = 'CreateError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
