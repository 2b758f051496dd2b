import type { Files } from '../exercise/data';
import { sameFiles } from '../exercise/draft';
import { type LinkOptions, optionParameters } from './address';
import { shareFragment } from './share-link';

/**
 * A fragment, `#` included, that opens an exercise with these files and options; empty when all is as usual.
 * @param files - null for a link that carries none.
 * @returns null when the files are too many for a link.
 */
export function exerciseFragment(files: Files | null, starter: Files, options: LinkOptions): string | null {
  const carried = files && !sameFiles(files, starter) ? shareFragment(files, starter) : '';
  if (carried === null) return null;
  const parameters = [...optionParameters(options), ...(carried ? [carried.slice(1)] : [])];
  return parameters.length > 0 ? `#${parameters.join('&')}` : '';
}
