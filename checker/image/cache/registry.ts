import { parseReference } from '../../dockerfile/reference.ts';
import { baseImage } from '../facts/lookup.ts';
import { WorkTree } from '../tree.ts';
import type { FileTree, Identity } from '../types.ts';

/** What the cache must know of an image that the build starts from or copies from. */
export interface RegistryImage {
  /** Equal for equal layers: its tag, its digest and its configuration do not count. */
  layers: Identity;
  env: ReadonlyMap<string, string>;
  workdir: string;
  user: string;
  /** ONBUILD instructions that the image brings along. */
  triggers: readonly string[];
  files: FileTree;
}

/** Answers for a reference as FROM or `--from` names it. */
export type Registry = (reference: string) => RegistryImage;

const known = new Map<string, RegistryImage>();

/** The images of which facts are recorded; of any other, the name stands for what is in it. */
export function publicRegistry(reference: string): RegistryImage {
  let image = known.get(reference);
  if (image === undefined) {
    const facts = baseImage(reference);
    image = {
      layers: fullName(reference),
      env: facts?.env ?? new Map(),
      workdir: facts?.workdir ?? '/',
      user: facts?.user ?? '',
      triggers: [],
      files: facts?.files ?? WorkTree.unknown(`image ${fullName(reference)}`),
    };
    known.set(reference, image);
  }
  return image;
}

/** `debian` -> `docker.io/library/debian:latest`; a digest says all there is to say. */
export function fullName(reference: string): string {
  const { registry, path, tag, digest } = parseReference(reference);
  if (digest !== null) return digest;
  const hub = registry === null || registry === 'index.docker.io';
  const repository = (hub || registry === 'docker.io') && !path.includes('/') ? `library/${path}` : path;
  return `${hub ? 'docker.io' : registry}/${repository}:${tag ?? 'latest'}`;
}
