import { parseDockerfile } from '../dockerfile/parse.ts';
import type { Dockerfile, FromInstruction } from '../dockerfile/types.ts';
import type { Project } from '../types.ts';
import { build } from './build.ts';
import { baseImage } from './facts/lookup.ts';
import type { Build, BuiltStage, LayerSize } from './types.ts';

/** What the same Dockerfile comes to on another variant of its base image. */
export interface OtherBase {
  reference: string;
  total: LayerSize;
  /** Why the build stops there, in BuildKit's words; null where nothing is known to fail. */
  failure: string | null;
}

const VARIANTS = ['', '-slim', '-alpine'];

/** The image on the other usual variants of its base image that the facts know; none where FROM has a variable. */
export function otherBases(project: Project, dockerfile: Dockerfile, built: Build): OtherBase[] {
  const from = bottomOf(built)?.from;
  if (!from || /[$@]/.test(from.image.text) || !baseImage(from.image.text)) return [];
  return siblings(from.image.text).map((reference) => {
    const { lines, path } = dockerfile;
    const { startLine, startColumn, endLine, endColumn } = from.image.range;
    const before = dockerfile.text.slice(0, lines.lineStart(startLine) + startColumn - 1);
    const text = before + reference + dockerfile.text.slice(lines.lineStart(endLine) + endColumn - 1);
    const other = parseDockerfile(text, { path, buildArgs: project.buildArgs ?? {} });
    const { size, failure } = build(other, project);
    return { reference, total: size, failure: failure?.message ?? null };
  });
}

/** The stage on whose base image the built image stands. */
function bottomOf({ image, stages }: Build): BuiltStage | null {
  let stage = image;
  while (stage?.base.kind === 'stage') stage = stages[stage.base.stage] ?? null;
  return stage;
}

/** `python:3.12` and `python:3.12-alpine` of `python:3.12-slim`, where their sizes are known. */
function siblings(reference: FromInstruction['image']['text']): string[] {
  const plain = reference.replace(/-(slim|alpine)([\d.]*|-\w+)$/, '');
  if (!/:[^/]+$/.test(plain)) return [];
  return VARIANTS.map((variant) => `${plain}${variant}`).filter(
    (other) => other !== reference && baseImage(other)?.bytes !== undefined,
  );
}
