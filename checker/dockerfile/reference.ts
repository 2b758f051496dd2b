/** An image name taken apart, variables left as they stand. */
export interface ImageReference {
  /** `ghcr.io`, `localhost:5000`; null means Docker Hub. A first part with a variable counts as a registry. */
  registry: string | null;
  /** The repository: `library/node`, `node`. */
  path: string;
  tag: string | null;
  /** `sha256:...` */
  digest: string | null;
}

/**
 * Takes `registry/repository:tag@digest` apart. Colons and slashes inside `${...}` belong to the variable.
 * Never throws: what is no valid reference still comes apart at its marks.
 * Rules: https://github.com/distribution/reference/blob/main/reference.go
 */
export function parseReference(text: string): ImageReference {
  const plain = withoutBraces(text);
  const at = plain.indexOf('@');
  const end = at === -1 ? text.length : at;
  const colon = plain.lastIndexOf(':', end - 1);
  const tagged = colon > plain.lastIndexOf('/', end - 1) && colon > 0;
  const nameEnd = tagged ? colon : end;
  const slash = plain.indexOf('/');
  const first = slash > 0 && slash < nameEnd ? plain.slice(0, slash) : '';
  const hasRegistry = first === 'localhost' || /[.:$]/.test(first);
  return {
    registry: hasRegistry ? text.slice(0, slash) : null,
    path: text.slice(hasRegistry ? slash + 1 : 0, nameEnd),
    tag: tagged ? text.slice(colon + 1, end) : null,
    digest: at === -1 ? null : text.slice(at + 1),
  };
}

/** The text with every `${...}` written as `$vvv` of the same length, so that positions stay the same. */
function withoutBraces(text: string): string {
  let plain = '';
  for (let at = 0; ; ) {
    const open = text.indexOf('${', at);
    const close = open === -1 ? -1 : text.indexOf('}', open);
    if (close === -1) return plain + text.slice(at);
    plain += text.slice(at, open) + '$'.padEnd(close + 1 - open, 'v');
    at = close + 1;
  }
}
