import type { CheckReply, CheckRequest, Verdict } from './checker-messages';

export type CheckInput = Omit<CheckRequest, 'id'>;

/** What is known about the files as they are now. */
export type CheckState =
  | { is: 'waiting' }
  /** `input` is what was judged; by now the files may be others. */
  | { is: 'checked'; verdict: Verdict; input: CheckInput }
  /** The checker's own failure; `input` is what it failed on. */
  | { is: 'broken'; error: string; input: CheckInput };

/** The part of a Worker that the client uses. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** How long, in milliseconds, a newer edit lets an older check go on before it is cut off. */
const patience = 250;
/** How long, in milliseconds, a check may take before it counts as hung. */
const limit = 20_000;

/**
 * Asks a worker for verdicts. The latest edit wins: while a check runs only the newest input is kept, and a
 * slow check of an older one is ended rather than waited for.
 */
export class CheckerClient {
  private worker: WorkerLike | null = null;
  private running: { id: number; input: CheckInput; started: boolean } | null = null;
  private next: CheckInput | null = null;
  private patienceTimer: ReturnType<typeof setTimeout> | undefined;
  private limitTimer: ReturnType<typeof setTimeout> | undefined;
  private lastId = 0;

  constructor(
    private readonly createWorker: () => WorkerLike,
    private readonly onState: (state: CheckState) => void,
  ) {}

  check(input: CheckInput): void {
    this.next = input;
    if (!this.running) this.send();
    else if (this.running.started) this.losePatience();
  }

  stop(): void {
    this.endWorker();
    this.next = null;
  }

  private send(): void {
    const input = this.next;
    if (!input) return;
    this.next = null;
    this.running = { id: ++this.lastId, input, started: false };
    this.limitTimer = setTimeout(
      () => this.fail(`The check did not end within ${limit / 1000} seconds.`),
      limit,
    );
    this.worker ??= this.startWorker();
    this.worker.postMessage({ id: this.lastId, ...input } satisfies CheckRequest);
  }

  private startWorker(): WorkerLike {
    const worker = this.createWorker();
    worker.onmessage = ({ data }: MessageEvent<CheckReply>) => this.receive(data);
    worker.onerror = (event) => this.fail(event.message || 'The worker could not be started.');
    return worker;
  }

  private receive(reply: CheckReply): void {
    if (reply.id !== this.running?.id) return;
    switch (reply.is) {
      case 'started':
        this.running.started = true;
        if (this.next) this.losePatience();
        return;
      case 'crash':
        this.fail(reply.error);
        return;
      case 'verdict': {
        const { input } = this.running;
        this.finish();
        // A newer edit waits: its own verdict is moments away, but this one is true of what stood before.
        if (!this.next) this.onState({ is: 'checked', verdict: reply.verdict, input });
        this.send();
      }
    }
  }

  /** Ends a check that a newer edit has made useless, unless it is over soon. */
  private losePatience(): void {
    this.patienceTimer ??= setTimeout(() => {
      this.endWorker();
      this.send();
    }, patience);
  }

  private fail(error: string): void {
    const input = this.running?.input;
    this.endWorker();
    if (input && !this.next) this.onState({ is: 'broken', error, input });
    this.send();
  }

  private finish(): void {
    clearTimeout(this.patienceTimer);
    clearTimeout(this.limitTimer);
    this.patienceTimer = undefined;
    this.running = null;
  }

  private endWorker(): void {
    this.finish();
    this.worker?.terminate();
    this.worker = null;
  }
}
