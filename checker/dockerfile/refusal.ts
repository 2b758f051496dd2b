/** What BuildKit says when it refuses an instruction; `remedy` is ours. */
export class RefusalError extends Error {
  constructor(
    message: string,
    readonly remedy?: string,
  ) {
    super(message);
    this.name = 'RefusalError';
  }
}

/** Quotes as Go's `%q` does, as far as Dockerfiles need it. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(/\\u007f/g, '\\x7f');
}
