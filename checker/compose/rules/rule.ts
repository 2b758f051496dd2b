import type { Dockerfile } from '../../dockerfile/types.ts';
import type { StageState } from '../../image/types.ts';
import type { Fix, Range, Severity } from '../../types.ts';
import type { ComposeProject, Role, Service } from '../model.ts';

/** What a rule has to say, before the engine adds name, severity and twins. */
export interface ComposeFinding {
  file: string;
  range: Range;
  message: string;
  /** `services.web.ports[0]`. */
  path?: string;
  severity?: Severity;
  fix?: Fix;
}

/** One thing that a good engineer would object to in a Compose file; its cases stand beside it in `<name>.cases.ts`. */
export interface ComposeRule {
  /** Kebab-case, starts with `compose-`, stable. */
  name: string;
  severity: Severity;
  /** Imperative and short. */
  title: string;
  /** Why it matters, in two or three sentences. */
  why: string;
  /** Twins: `dclint:no-version-field`, `trivy:...`. */
  refs: readonly string[];
  sources: readonly string[];
  /** `default`: on for everyone; `all`: only where every rule is asked for. */
  set: 'default' | 'all';
  check(context: ComposeContext): Iterable<ComposeFinding>;
}

/** What a rule may look at. */
export interface ComposeContext {
  project: ComposeProject;
  /** The image that a service runs, as far as it is known. */
  image(service: Service): ServiceImage;
}

/** What is known of a service's image. */
export interface ServiceImage {
  /** The Dockerfile that the service builds from, when it is there. */
  dockerfile?: { file: Dockerfile; path: string };
  /** What the image holds, from the virtual build of that Dockerfile, or from what is known of a public image. */
  contents?: ImageContents;
  /** Whether the image brings a health check of its own. */
  hasHealthcheck: 'yes' | 'no' | 'unknown';
}

/** As much of an image's contents as the rules ask about. */
export type ImageContents = Pick<StageState, 'hasCommand' | 'accounts' | 'config'>;

/** Pairs that must and must not be caught; the first of each stands on the rule's reference page. */
export interface ComposeRuleCases {
  bad: readonly ComposeRuleCase[];
  good: readonly ComposeRuleCase[];
}

export interface ComposeRuleCase {
  about?: string;
  /** One text, or several in merge order. */
  compose: string | readonly string[];
  /** What the files are for; decides their names. */
  role?: Role;
  /** Other files of the project by path: a Dockerfile, an included file. */
  files?: Readonly<Record<string, string>>;
  /** What the image of every service holds; not known when left out. */
  image?: {
    has?: readonly string[];
    lacks?: readonly string[];
    users?: readonly string[];
    ports?: readonly number[];
  };
  /** Lines on which the rule must speak, one entry a finding; any number on any line when left out. */
  lines?: readonly number[];
  /** The text after the fix, where there is one. */
  fixed?: string;
}
