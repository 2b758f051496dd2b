import { megabytes } from '../goals/size.ts';
import { knownBytes } from '../image/layer.ts';
import { walk } from '../image/tree.ts';
import type { BuiltStep, TreeNode } from '../image/types.ts';
import { builtOf, shippedStages } from './built.ts';
import type { Finding, Rule, RulePage } from './rule.ts';

/** Bytes below which nobody minds. */
const SMALL = 1e6;

const SECRET =
  /(^|\/)(\.env(\.[\w-]+)?|\.npmrc|\.netrc|\.pypirc|id_(rsa|dsa|ecdsa|ed25519)|[\w.-]+\.(pem|key|p12|pfx)|credentials(\.json)?|\.git-credentials|\.aws\/credentials|service-account[\w-]*\.json|secrets?\.(json|ya?ml|txt|env))$/i;
/** Examples and public halves are no secrets. */
const HARMLESS =
  /(\.(example|sample|template|dist)|(^|\/)(cacert|ca|ca-bundle|ca-certificates|fullchain|chain|public[\w-]*)\.(pem|key))$/i;

export const deletedInLaterLayerPage: RulePage = {
  title: 'Delete in the step that made it',
  why: 'Every step that changes files adds a layer. A file that a later step deletes is only hidden: it still takes its room, and everyone who has the image can read it from the layer below.',
  sources: [
    'https://docs.docker.com/build/building/best-practices/',
    'https://docs.docker.com/build/building/secrets/',
  ],
};

export const deletedInLaterLayer: Rule = {
  name: 'deleted-in-later-layer',
  severity: 'warning',
  refs: [],
  set: 'default',
  *check(context) {
    for (const stage of shippedStages(builtOf(context))) {
      let layer = 0;
      const madeBy: { step: BuiltStep; layer: number }[] = [];
      for (const step of stage.steps) {
        if (step.layer === null) continue;
        layer++;
        if (step.instruction.name === 'run') yield* deletions(step, madeBy);
        madeBy.push({ step, layer });
      }
    }
  },
};

/** What a RUN deletes that a step before it, in this stage, had put there. */
function* deletions(
  step: BuiltStep,
  earlier: readonly { step: BuiltStep; layer: number }[],
): Generator<Finding> {
  for (const { argv, range } of step.ran) {
    if (argv[0] !== 'rm' || argv.includes(undefined)) continue;
    for (const { step: maker, layer } of earlier) {
      const gone = removed(maker, step);
      const secret = gone.find(({ path }) => SECRET.test(path) && !HARMLESS.test(path));
      if (secret) {
        yield {
          range,
          severity: 'warning',
          message: `${secret.path} is still in the image: line ${maker.instruction.startLine} put it into layer ${layer} of this stage, and this only hides it. Anyone can read it with \`docker save <image> | tar -x\` and by unpacking that layer. Mount it with RUN --mount=type=secret instead, and replace the secret if the image was pushed.`,
        };
        return;
      }
      const bytes = gone.reduce((sum, { node }) => sum + knownBytes(node).bytes, 0);
      if (bytes > SMALL) {
        yield {
          range,
          message: `This makes the image no smaller: line ${maker.instruction.startLine} already put about ${megabytes(bytes)} of it into a layer. Delete it in the same RUN that makes it.`,
        };
        return;
      }
    }
  }
}

/** Files that `maker` brought and `step` took away. */
function removed(maker: BuiltStep, step: BuiltStep): { path: string; node: TreeNode }[] {
  const found: { path: string; node: TreeNode }[] = [];
  const consider = (path: string, node: TreeNode): void => {
    if (maker.before.files.lookup(path).is === 'present') return;
    if (step.before.files.lookup(path).is !== 'present' || step.after.files.lookup(path).is === 'present')
      return;
    found.push({ path, node });
  };
  for (const { destination, node } of maker.copied) {
    for (const [below, entry] of walk(node))
      if (entry.kind === 'file') consider(below === '' ? destination : `${destination}/${below}`, entry);
  }
  if (maker.instruction.name === 'run') {
    for (const place of CACHES) {
      const there = maker.after.files.lookup(place);
      if (there.is === 'present') consider(place, there.node);
    }
    for (const { argv } of maker.ran) {
      for (const word of argv) {
        const path = word?.startsWith('/') ? word : `${maker.before.config.workdir ?? ''}/${word ?? ''}`;
        const there = word === undefined || word.startsWith('-') ? null : maker.after.files.lookup(path);
        if (there?.is === 'present' && there.node.kind === 'file') consider(path, there.node);
      }
    }
  }
  return found;
}

const CACHES = ['/var/lib/apt/lists/index', '/root/.cache/pip', '/root/.npm/_cacache'];
