import { expandWord } from '../expand.ts';
import { stageCalled } from '../stages.ts';
import type { Dockerfile, Instruction, Stage } from '../types.ts';
import { expandingAt, refuse } from './refuse.ts';

/** Which stages a build needs, and the images that it starts from or copies from. */
export interface StageGraph {
  /** Indexes of the stages that are carried out. */
  stages: ReadonlySet<number>;
  /** Indexes of the stages that the target needs, or the last stage where there is none. */
  needed: ReadonlySet<number>;
  /** Every image that is named, with the instruction that names it; variables in FROM are expanded. */
  images: { instruction: Instruction; image: string }[];
}

interface Edge {
  to: number;
  by: Instruction;
}

/**
 * Follows FROM, COPY --from and --mount=from. Without a target every stage counts, as in `docker build --check`.
 * Refuses a stage number that does not exist, and stages that copy from each other in a circle.
 */
export function stageDependencies(dockerfile: Dockerfile, target: string | undefined): StageGraph {
  const { stages } = dockerfile;
  const bases: StageGraph['images'] = stages.flatMap(({ from, base }) =>
    base.kind === 'image' ? [{ instruction: from, image: base.reference }] : [],
  );
  const images: StageGraph['images'] = [];
  const edges = stages.map((stage) =>
    stage.instructions.flatMap((by) => sourcesOf(by, stages, images, dockerfile.escape)),
  );
  refuseCircles(stages, edges);
  const wanted = target ? stageCalled(target, stages) : undefined;
  const needed = new Set<number>();
  const pending = [wanted?.index ?? stages.length - 1];
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    if (needed.has(index)) continue;
    needed.add(index);
    const base = stages[index]?.base;
    if (base?.kind === 'stage') pending.push(base.stage);
    pending.push(...(edges[index] ?? []).map(({ to }) => to));
  }
  return { stages: wanted ? needed : new Set(stages.keys()), needed, images: [...bases, ...images] };
}

/** The stage that `--from` names: by number, by name, or none because it is an image. */
export function stageNamed(name: string, stages: readonly Stage[]): Stage | undefined {
  if (/^[+-]?\d+$/.test(name)) return stages[Number(name)];
  return stageCalled(name, stages);
}

function sourcesOf(
  by: Instruction,
  stages: readonly Stage[],
  images: StageGraph['images'],
  escape: string,
): Edge[] {
  if (by.name === 'copy' && by.from?.text) {
    const name = by.from.text;
    if (expandingAt(by, name, () => expandWord(name, escape, () => undefined)).result !== name) {
      refuse(
        by,
        'variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround',
        'Add `FROM ${NAME} AS alias` before this stage and write --from=alias.',
      );
    }
    const stage = stageNamed(name, stages);
    if (stage) return [{ to: stage.index, by }];
    if (/^[+-]?\d+$/.test(name)) {
      // BuildKit counts the images that earlier instructions copy from behind the stages.
      if (Number(name) >= 0 && Number(name) < stages.length + images.length) return [];
      refuse(by, `invalid stage index ${Number(name)}`, `There are ${stages.length} stages, counted from 0.`);
    }
    images.push({ instruction: by, image: name });
    return [];
  }
  if (by.name !== 'run') return [];
  return by.flags.flatMap(({ name, value }) => {
    const from = name === 'mount' ? /(?:^|,)"?from=([^,"]+)/i.exec(value ?? '')?.[1] : undefined;
    if (from === undefined || /(?:^|,)type=tmpfs(?:,|$)/i.test(value ?? '')) return [];
    const stage = stageCalled(from, stages);
    if (stage) return [{ to: stage.index, by }];
    images.push({ instruction: by, image: from });
    return [];
  });
}

function refuseCircles(stages: readonly Stage[], edges: readonly Edge[][]): void {
  const visited = new Set<number>();
  const path = new Set<number>();
  const visit = (index: number): Instruction | null => {
    if (visited.has(index)) return null;
    visited.add(index);
    path.add(index);
    for (const { to, by } of edges[index] ?? []) {
      if (path.has(to)) return by;
      const found = visit(to);
      if (found) return found;
    }
    path.delete(index);
    return null;
  };
  for (const stage of stages) {
    const by = visit(stage.index);
    if (!by) continue;
    const name = stage.name ?? `stage-${stage.index}`;
    refuse(
      by,
      `circular dependency detected on stage: ${name}`,
      'A stage cannot copy from itself, nor from a stage that copies from it.',
    );
  }
}
