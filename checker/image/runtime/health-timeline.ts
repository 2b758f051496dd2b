import type { Healthcheck } from '../types.ts';

/** Times of a health check in seconds, defaults filled in. */
export interface HealthTimes {
  interval: number;
  timeout: number;
  startPeriod: number;
  startInterval: number;
  retries: number;
}

/** One run of the check. */
export interface ProbeRun {
  /** Seconds since the start. */
  at: number;
  succeeded: boolean;
  /** Whether a failure counts: not within the start period, as long as no check has succeeded. */
  counts: boolean;
  /** Failures in a row that count, this one included. */
  streak: number;
  status: 'starting' | 'healthy' | 'unhealthy';
}

const NANOSECONDS = 1e9;

/** Defaults of the engine: moby/moby daemon/health.go. */
export function healthTimes(check: Healthcheck): HealthTimes {
  const seconds = (value: number, otherwise: number) => (value === 0 ? otherwise : value / NANOSECONDS);
  return {
    interval: seconds(check.interval, 30),
    timeout: seconds(check.timeout, 30),
    startPeriod: seconds(check.startPeriod, 0),
    startInterval: seconds(check.startInterval, 5),
    retries: check.retries > 0 ? check.retries : 3,
  };
}

/**
 * When the engine runs the check, and what it makes of the answers of a service that takes a while to start and
 * is well from then on. A check that fails does so at once.
 *
 * @param readyAfter - seconds until the service answers.
 * @param until - seconds to look at.
 */
export function healthTimeline(times: HealthTimes, readyAfter: number, until: number): ProbeRun[] {
  const runs: ProbeRun[] = [];
  let status: ProbeRun['status'] = 'starting';
  let streak = 0;
  for (let at = next(times, 0, status); at <= until && runs.length < 1000; at += next(times, at, status)) {
    const succeeded = at >= readyAfter;
    const counts = !(status === 'starting' && at < times.startPeriod);
    if (succeeded) {
      streak = 0;
      status = 'healthy';
    } else if (counts && ++streak >= times.retries) status = 'unhealthy';
    runs.push({ at, succeeded, counts, streak, status });
  }
  return runs;
}

/** Seconds until the next check; one that would come after the end of the start period comes at its end. */
function next(times: HealthTimes, elapsed: number, status: ProbeRun['status']): number {
  const left = times.startPeriod - elapsed;
  if (left <= 0) return times.interval;
  if (left < times.interval) return left;
  return status === 'starting' ? times.startInterval : times.interval;
}
