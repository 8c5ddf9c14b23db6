const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than allowed',
  EIO: 'the disk reports an error',
  EMFILE: 'too many files are open',
  ENOENT: 'its folder is not there',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'its name is too long',
  EPIPE: 'the reader of the pipe has gone',
};

/** What an error of the operating system means, in words. */
export function systemReason(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return (
    (code !== undefined && Object.hasOwn(REASONS, code) ? REASONS[code] : undefined) ??
    message ??
    String(error)
  );
}
