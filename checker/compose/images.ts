import { parseDockerfile } from '../dockerfile/parse.ts';
import type { Dockerfile, Stage } from '../dockerfile/types.ts';
import type { Service } from './model.ts';
import { resolvePath } from './project.ts';
import { lacksHealthcheck } from './rules/known-images.ts';
import type { ImageContents, ServiceImage } from './rules/rule.ts';

/** What is asked of the virtual build: one Dockerfile, its context and a stage. */
export interface ImageBuild {
  dockerfile: string;
  /** Path of the Dockerfile in the project. */
  path: string;
  /** Directory of the build context in the project, `` for its root. */
  context: string;
  target?: string;
  buildArgs: Readonly<Record<string, string>>;
}

/**
 * What is known of the images that services run, from the Dockerfiles of the project.
 *
 * @param readFile - text of a file of the project, undefined where it is not there or not known.
 * @param build - what the virtual build makes of a Dockerfile, where it is at hand.
 */
export function imagesOf(
  readFile: (path: string) => string | undefined,
  build?: (input: ImageBuild) => ImageContents | undefined,
): (service: Service) => ServiceImage {
  const known = new Map<Service, ServiceImage>();
  return (service) => {
    let image = known.get(service);
    if (!image) {
      image = describe(service, readFile, build);
      known.set(service, image);
    }
    return image;
  };
}

function describe(
  service: Service,
  readFile: (path: string) => string | undefined,
  build?: (input: ImageBuild) => ImageContents | undefined,
): ServiceImage {
  if (!service.build) return describePublic(service, build);
  const input = buildInput(service, readFile);
  if (!input) return { hasHealthcheck: 'unknown' };
  const file = parseDockerfile(input.dockerfile, { path: input.path, buildArgs: input.buildArgs });
  if (file.refusal) return { hasHealthcheck: 'unknown' };
  const contents = build?.(input);
  return {
    dockerfile: { file, path: input.path },
    ...(contents && { contents }),
    hasHealthcheck: ofContents(contents) ?? healthcheckOf(file, input.target),
  };
}

/** An image that is only pulled is what a build that does nothing makes of it. */
function describePublic(
  { image, node }: Service,
  build?: (input: ImageBuild) => ImageContents | undefined,
): ServiceImage {
  const reference = image?.value;
  if (reference === undefined || !/^[\w./:@-]+$/.test(reference) || reference === 'scratch') {
    return { hasHealthcheck: 'unknown' };
  }
  const contents = build?.({
    dockerfile: `FROM ${reference}\n`,
    path: node.file.path,
    context: '',
    buildArgs: {},
  });
  return {
    ...(contents && { contents }),
    hasHealthcheck: ofContents(contents) ?? (lacksHealthcheck(reference) ? 'no' : 'unknown'),
  };
}

function ofContents(contents: ImageContents | undefined): ServiceImage['hasHealthcheck'] | undefined {
  const healthcheck = contents?.config.healthcheck;
  if (healthcheck === undefined) return undefined;
  return healthcheck === null || healthcheck === 'none' ? 'no' : 'yes';
}

function buildInput(
  { build }: Service,
  readFile: (path: string) => string | undefined,
): ImageBuild | undefined {
  const context = build?.context.value;
  // A URL or a repository is not part of the project.
  if (!build || context === undefined || /^([a-z]+:\/\/|git@|\/|~)/.test(context)) return undefined;
  const named = build.dockerfile ? build.dockerfile.value : 'Dockerfile';
  if (named === undefined || (build.target && build.target.value === undefined)) return undefined;
  const directory = resolvePath(build.node.file.path, context);
  const path = build.inline
    ? build.node.file.path
    : resolvePath(`${directory ? `${directory}/` : ''}.`, named);
  const dockerfile = build.inline ? build.inline.value : readFile(path);
  if (dockerfile === undefined) return undefined;
  const buildArgs: Record<string, string> = {};
  for (const { name, value } of build.args) if (typeof value === 'string') buildArgs[name] = value;
  const target = build.target?.value;
  return { dockerfile, path, context: directory, ...(target && { target }), buildArgs };
}

/** Looks for HEALTHCHECK in the target stage and in those that it starts from. */
function healthcheckOf(file: Dockerfile, target: string | undefined): ServiceImage['hasHealthcheck'] {
  let stage: Stage | undefined = findStage(file, target);
  while (stage) {
    const own = stage.instructions.findLast(({ name }) => name === 'healthcheck');
    if (own?.name === 'healthcheck') return own.command === null ? 'no' : 'yes';
    const { base }: Stage = stage;
    if (base.kind === 'scratch') return 'no';
    if (base.kind === 'image') return lacksHealthcheck(base.reference) ? 'no' : 'unknown';
    if (base.kind === 'unknown') return 'unknown';
    stage = file.stages[base.stage];
  }
  return 'unknown';
}

function findStage(file: Dockerfile, target: string | undefined): Stage | undefined {
  if (target === undefined) return file.stages.at(-1);
  const name = target.toLowerCase();
  return (
    file.stages.find((stage) => stage.name === name) ?? file.stages[/^\d+$/.test(name) ? Number(name) : -1]
  );
}
