import { useState } from 'react';
import type { LifecycleView, ProcessView } from '@/checker/image/runtime/lifecycle.ts';
import { InlineCode } from '../ui/InlineCode';
import { AllSteps } from './AllSteps';

/** The life of a container, one step at a time; the buttons, or the list of steps, move through it. */
export function LifeSteps({ view }: { view: LifecycleView }) {
  const [wanted, setWanted] = useState(0);
  const last = view.steps.length - 1;
  const at = Math.min(wanted, last);
  const step = view.steps[at];
  if (!step) return null;
  return (
    <section className="life" aria-label="The life of the container">
      <Command view={view} />
      <div className="life-move">
        {/* Disabled in name only: a button that is pressed must not lose the focus. */}
        <button
          type="button"
          className="button"
          aria-disabled={at === 0}
          onClick={() => setWanted(Math.max(0, at - 1))}
        >
          Back
        </button>
        <button
          type="button"
          className="button button-strong"
          onClick={() => setWanted(at === last ? 0 : at + 1)}
        >
          {at === last ? 'From the start' : 'Next step'}
        </button>
        <p className="life-count">
          Step {at + 1} of {last + 1}. A model: nothing was started.
        </p>
      </div>
      <div className="life-now">
        <div role="status">
          <p className="life-title">{step.title}</p>
          <p>
            <InlineCode text={step.text} />
          </p>
        </div>
        <ProcessTree processes={step.processes} />
      </div>
      <ol className="life-list">
        {view.steps.map(({ title }, index) => (
          <li key={`${index} ${title}`}>
            <button
              type="button"
              aria-current={index === at ? 'step' : undefined}
              onClick={() => setWanted(index)}
            >
              {title}
            </button>
          </li>
        ))}
      </ol>
      <div className="life-paper">
        <AllSteps steps={view.steps} />
      </div>
    </section>
  );
}

/** The words that are started, each under where it comes from. */
function Command({ view }: { view: LifecycleView }) {
  if (view.command.length === 0) return null;
  return (
    <ul className="life-command" aria-label="The command that is started">
      {view.command.map(({ text, from }, at) => (
        <li key={`${at} ${text}`} className={`life-word life-word-${from.split(' ')[0]?.toLowerCase()}`}>
          <span className="life-from">{from}</span>
          <code>{text}</code>
        </li>
      ))}
    </ul>
  );
}

const STATES: Readonly<Record<ProcessView['state'], string>> = {
  running: 'running',
  signalled: 'gets the signal',
  working: 'finishes its work',
  ended: 'ended',
  killed: 'killed',
};

function ProcessTree({ processes }: { processes: readonly ProcessView[] }) {
  if (processes.length === 0) return <p className="life-none">No process yet.</p>;
  return (
    <ol className="life-tree" aria-label="Processes in the container, each the parent of the next">
      {processes.map(({ pid, command, state }, at) => (
        <li
          key={pid}
          className={`life-process life-${state}`}
          style={{ marginInlineStart: `${Math.min(at, 3) * 1.25}rem` }}
        >
          <span className="life-pid">PID {pid === 1 ? '1' : `${pid}*`}</span>
          <code>{command}</code>
          <span className="life-state">{STATES[state]}</span>
        </li>
      ))}
      {processes.length > 1 && (
        <li className="life-star">
          * Only process 1 always has the same number. The others get the next ones.
        </li>
      )}
    </ol>
  );
}
