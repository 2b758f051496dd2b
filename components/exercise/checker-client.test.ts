import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CheckerClient, type CheckState, type WorkerLike } from './checker-client';
import type { CheckReply, CheckRequest, Verdict } from './checker-messages';

class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  asked: CheckRequest[] = [];
  ended = false;
  postMessage(request: CheckRequest) {
    this.asked.push(request);
  }
  terminate() {
    this.ended = true;
  }
  reply(reply: CheckReply) {
    (this.onmessage as (event: { data: CheckReply }) => void)({ data: reply });
  }
}

const input = (text: string) => ({
  exercise: 'one',
  files: { Dockerfile: text },
  editable: ['Dockerfile'],
  edited: null,
});
const verdict: Verdict = {
  report: { refusal: null, diagnostics: [], goals: [], failures: [] },
  build: null,
  rebuild: null,
  accounts: null,
  compose: null,
};

describe('the checker client', () => {
  let workers: FakeWorker[];
  let states: CheckState[];
  let client: CheckerClient;
  const worker = () => workers.at(-1) as FakeWorker;
  const texts = () => workers.flatMap(({ asked }) => asked.map(({ files }) => files.Dockerfile));

  beforeEach(() => {
    vi.useFakeTimers();
    workers = [];
    states = [];
    client = new CheckerClient(
      () => {
        workers.push(new FakeWorker());
        return worker();
      },
      (state) => states.push(state),
    );
  });
  afterEach(() => {
    client.stop();
    vi.useRealTimers();
  });

  test('reports what the worker found', () => {
    client.check(input('a'));
    worker().reply({ id: 1, is: 'verdict', verdict });
    expect(states).toEqual([{ is: 'checked', verdict, input: input('a') }]);
  });

  test('keeps only the newest edit while a check runs', () => {
    for (const text of ['a', 'b', 'c']) client.check(input(text));
    worker().reply({ id: 1, is: 'verdict', verdict });
    expect(texts()).toEqual(['a', 'c']);
    expect(states).toEqual([]);
    worker().reply({ id: 2, is: 'verdict', verdict });
    expect(states).toHaveLength(1);
  });

  test('ends a slow check that a newer edit has made useless', () => {
    client.check(input('slow'));
    worker().reply({ id: 1, is: 'started' });
    client.check(input('new'));
    vi.advanceTimersByTime(250);
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
    expect(texts()).toEqual(['slow', 'new']);
  });

  test('does not give up on a worker that is still loading', () => {
    client.check(input('a'));
    client.check(input('b'));
    vi.advanceTimersByTime(5000);
    expect(workers).toHaveLength(1);
  });

  test('shows a crash as its own, with the input, and starts afresh', () => {
    client.check(input('a'));
    worker().reply({ id: 1, is: 'crash', error: 'boom' });
    expect(states).toEqual([{ is: 'broken', error: 'boom', input: input('a') }]);
    client.check(input('b'));
    expect(workers).toHaveLength(2);
    worker().reply({ id: 2, is: 'verdict', verdict });
    expect(states.at(-1)).toMatchObject({ is: 'checked', verdict });
  });

  test('shows a check that never ends as its own failure', () => {
    client.check(input('a'));
    vi.advanceTimersByTime(20_000);
    expect(states).toMatchObject([{ is: 'broken' }]);
    expect(worker().ended).toBe(true);
  });
});
