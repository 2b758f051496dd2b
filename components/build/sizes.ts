import type { SizeView } from '@/checker/image/view.ts';

/** Bytes as people read them, in powers of 1000 as `docker image ls` shows them. */
export function megabytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  if (bytes >= 999_500_000) return `${(bytes / 1e9).toFixed(2)} GB`;
  const value = bytes / 1_000_000;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} MB`;
}

/** A size with how sure it is: `≈ 120 MB`, `12 kB and more`, `not known`. */
export function sizeText({ bytes, exact, open }: SizeView): string {
  if (bytes === undefined) return 'not known';
  return `${exact ? '' : '≈ '}${megabytes(bytes)}${open ? ' and more' : ''}`;
}
