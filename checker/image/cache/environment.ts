import { DEFAULT_PATH } from '../../dockerfile/scope.ts';

/**
 * Variables of a stage in the order in which RUN gets them: what is set again moves to the end.
 * The order is part of the cache key.
 */
export class Environment {
  /** ENV and ARG with a value. */
  private readonly all: Map<string, string>;
  /** ENV alone, as the image's configuration keeps it. */
  private readonly image: Map<string, string>;

  private constructor(all: Map<string, string>, image: Map<string, string>) {
    this.all = all;
    this.image = image;
  }

  /** Of a stage that stands on a base image with these variables. */
  static ofImage(variables: ReadonlyMap<string, string>): Environment {
    const image = new Map(variables);
    if (!image.has('PATH')) image.set('PATH', DEFAULT_PATH);
    return new Environment(new Map(image), image);
  }

  /** Of a stage that stands on another: its ARGs come along, and its ENVs are set once more. */
  static ofStage(parent: Environment): Environment {
    const environment = new Environment(new Map(parent.all), new Map(parent.image));
    for (const [name, value] of environment.image) environment.setArg(name, value);
    return environment;
  }

  setEnv(name: string, value: string): void {
    this.image.set(name, value);
    this.setArg(name, value);
  }

  /** An ARG of a name that ENV has set hides it until ENV sets it again. */
  setArg(name: string, value: string): void {
    this.all.delete(name);
    this.all.set(name, value);
  }

  readonly lookup = (name: string): string | undefined => this.all.get(name);

  /** `NAME=value` in order. */
  get entries(): string[] {
    return [...this.all].map(([name, value]) => `${name}=${value}`);
  }
}
