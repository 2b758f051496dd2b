/** A verdict of hadolint's that this checker knowingly does not share. */
export interface Deviation {
  /** hadolint's code. */
  rule: string;
  /** What this checker says instead, and why. */
  why: string;
  /** Names of hadolint's cases that show it, among those that the agreement is measured on. */
  cases: readonly string[];
}

/** Every deviation that was decided on; the documentation lists them. */
export const DEVIATIONS: readonly Deviation[] = [
  {
    rule: 'DL3008, DL3013, DL3016, DL3018, DL3028, DL3033, DL3037, DL3041, DL3062',
    why: 'A package that comes from a variable is not reported: its version may be in the variable.',
    cases: [],
  },
  {
    rule: 'DL3014, DL3015, DL3019, DL3042, DL3047',
    why: 'An option that may come from a variable such as $APT_OPTS, or from apt’s configuration, is not reported as missing.',
    cases: [],
  },
  {
    rule: 'DL3014',
    why: 'A call whose questions are answered through a pipe (yes | apt-get install) is not reported: it does not wait for anybody.',
    cases: [],
  },
  {
    rule: 'DL3042, DL3019',
    why: 'A cache that the same step removes is not reported: it never reaches the layer.',
    cases: [],
  },
  {
    rule: 'DL4006',
    why: 'A step that begins with set -o pipefail is not reported: any part of the pipe that fails does fail the step.',
    cases: [],
  },
  {
    rule: 'all that look into RUN',
    why: 'Scripts for PowerShell, cmd or another interpreter are not read as if they were for a POSIX shell.',
    cases: [],
  },
];
