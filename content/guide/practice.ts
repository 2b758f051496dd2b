/** One block of code that shows how. Dockerfile and Compose blocks are judged by the checker. */
export interface Sample {
  /** Name of the file, or what the block is: `Dockerfile`, `compose.prod.yaml`, `In a terminal`. */
  file: string;
  language: 'dockerfile' | 'compose' | 'bash' | 'yaml' | 'text';
  text: string;
  /** The image that a part of a Dockerfile goes on from. */
  from?: string;
}

/** One thing to do. Its rules bring severity and twins with them. */
export interface Practice {
  /** Its address in the page. */
  id: string;
  /** What to do. */
  title: string;
  /** What it spares the reader. `Backticks` mark code. */
  why: string;
  /** How it is done, where the block does not say it all. */
  how: string;
  sample?: Sample;
  /** Ids of the exercises that teach it. */
  exercises: readonly string[];
  /** Names of the rules that check it; each belongs to one practice. */
  rules: readonly string[];
}

export interface Chapter {
  id: string;
  title: string;
  practices: readonly Practice[];
}
