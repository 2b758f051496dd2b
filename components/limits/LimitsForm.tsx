'use client';

import { useId, useState } from 'react';
import { CpuShares } from './CpuShares';
import { MemoryChart } from './MemoryChart';
import { MomentTable } from './MomentTable';
import { DURATION, type Happening, outcome, type Setup, simulate } from './model';

const cpuChoices = [0.1, 0.2, 0.25, 0.5, 0.75, 1, 1.5, 2, null] as const;
const memoryChoices = [256, 384, 512, 768, 1024, 1536, 2048, 3072, null] as const;

/** The controls, and what the model makes of them at once. */
export function LimitsForm() {
  const [setup, setSetup] = useState<Setup>({ cpus: null, memory: null, workers: 4 });
  const [second, setSecond] = useState(12);
  const run = simulate(setup);
  const moment = run.moments[second] ?? run.moments[0];
  return (
    <>
      <div className="limits-controls">
        <Choice
          label="CPU limit of the thumbnailer"
          choices={cpuChoices}
          value={setup.cpus}
          say={(cpus) => (cpus === null ? 'no limit' : `${cpus} CPU`)}
          onChange={(cpus) => setSetup({ ...setup, cpus })}
        />
        <Choice
          label="Memory limit of the thumbnailer"
          choices={memoryChoices}
          value={setup.memory}
          say={(memory) => (memory === null ? 'no limit' : `${memory} MB`)}
          onChange={(memory) => setSetup({ ...setup, memory })}
        />
        <fieldset className="limits-workers">
          <legend>The thumbnailer is</legend>
          {([1, 4] as const).map((workers) => (
            <label key={workers}>
              <input
                type="radio"
                name="limits-workers"
                checked={setup.workers === workers}
                onChange={() => setSetup({ ...setup, workers })}
              />{' '}
              {workers === 1 ? 'one process' : 'a parent with four workers'}
            </label>
          ))}
        </fieldset>
      </div>
      <p className="limits-outcome" role="status">
        {outcome(run)}
      </p>
      <MemoryChart run={run} limit={setup.memory} second={second} />
      <div className="limits-moment">
        <Second value={second} onChange={setSecond} />
      </div>
      {moment && <MomentTable moment={moment} />}
      <CpuShares limit={setup.cpus} />
      <Happenings all={run.happenings} />
    </>
  );
}

function Choice<T>({
  label,
  choices,
  value,
  say,
  onChange,
}: {
  label: string;
  choices: readonly T[];
  value: T;
  say: (value: T) => string;
  onChange: (value: T) => void;
}) {
  const id = useId();
  return (
    <div className="limits-choice">
      <label htmlFor={id}>{label}</label>
      <span aria-hidden="true">{say(value)}</span>
      <input
        id={id}
        type="range"
        min={0}
        max={choices.length - 1}
        value={choices.indexOf(value)}
        aria-valuetext={say(value)}
        onChange={(event) => onChange(choices[Number(event.target.value)] as T)}
      />
    </div>
  );
}

function Second({ value, onChange }: { value: number; onChange: (second: number) => void }) {
  const id = useId();
  return (
    <div className="limits-choice">
      <label htmlFor={id}>Look at</label>
      <span aria-hidden="true">second {value}</span>
      <input
        id={id}
        type="range"
        min={0}
        max={DURATION}
        value={value}
        aria-valuetext={`second ${value}`}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  );
}

const MOST = 8;

function Happenings({ all }: { all: readonly Happening[] }) {
  const told = sentences(all);
  if (told.length === 0) return null;
  return (
    <>
      <p className="limits-subtitle">What the kernel does</p>
      <ol className="limits-happenings">
        {told.slice(0, MOST).map((sentence, at) => (
          <li key={`${at} ${sentence}`}>{sentence}</li>
        ))}
        {told.length > MOST && <li>And so on, {told.length - MOST} times more.</li>}
      </ol>
    </>
  );
}

/** One sentence for what happens to several containers in the same second. */
function sentences(all: readonly Happening[]): string[] {
  const groups = new Map<string, Happening[]>();
  for (const each of all) {
    const key = each.what.endsWith('killed') ? `${groups.size}` : `${each.second} ${each.what} ${each.where}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map(sentence);
}

function sentence([first, ...others]: Happening[]): string {
  if (!first) return '';
  const { second, what, container, where, size } = first;
  const largest =
    where === 'limit' ? 'the largest process in the container' : 'the largest process on the host';
  const whose = others.length > 0 ? 'of all containers' : `of ${container}`;
  const mb = `${Math.round(size)} MB`;
  const happens = {
    'cache-reclaimed':
      where === 'limit'
        ? `${container} is at its limit, and its file cache shrinks.`
        : `the host is full, and the file cache ${whose} shrinks.`,
    'cache-gone': `nothing is left of the file cache ${whose}.`,
    'worker-killed': `SIGKILL to a worker of ${container} with ${mb}, ${largest}. Its parent starts another.`,
    'container-killed': `SIGKILL to ${container} with ${mb}, ${largest}. The container ends with exit code 137.`,
  };
  return `Second ${second}: ${happens[what]}`;
}
