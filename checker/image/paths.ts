/** Joins and cleans POSIX paths the way Go's `path.Clean` does: no `.`, no `..` where it can be resolved, no double slash. */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  // Most paths are clean already.
  if (rooted && !path.endsWith('/') && !path.includes('//') && !path.includes('/.')) return path;
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
      else if (!rooted) kept.push('..');
    } else kept.push(part);
  }
  const joined = kept.join('/');
  return rooted ? `/${joined}` : joined || '.';
}

/** `path` seen from the directory `base`: absolute and clean. */
export function resolvePath(base: string, path: string): string {
  return cleanPath(path.startsWith('/') ? path : `${base}/${path}`);
}

export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether `path` is `directory` or lies below it; both absolute and clean. */
export function isWithin(path: string, directory: string): boolean {
  return path === directory || path.startsWith(directory === '/' ? '/' : `${directory}/`);
}
