'use client';

import { useId, useState } from 'react';
import {
  type App,
  apps,
  type Comparison,
  compare,
  type Figure,
  figureSources,
  type Machine,
} from './figures';

const kinds: Readonly<Record<Machine, string>> = {
  ordinary: 'an ordinary one (Multipass)',
  smallest: 'the smallest one (Firecracker)',
};

export function MachinePicture() {
  const [running, setRunning] = useState<readonly App[]>(apps);
  const [machine, setMachine] = useState<Machine>('ordinary');
  const comparison = compare(machine, running.length);
  const toggle = (app: App) => setRunning(apps.filter((each) => (each === app) !== running.includes(each)));
  return (
    <>
      <Controls running={running} onToggle={toggle} machine={machine} onMachine={setMachine} />
      <p role="status" className="machines-said">
        {sentence(running, comparison)}
      </p>
      <div className="machines-hosts">
        <Host
          title="As virtual machines"
          running={running}
          parts={machineParts[machine]}
          between="Hypervisor"
        />
        <Host
          title="As containers"
          running={running}
          parts={['Packages and libraries']}
          between="Namespaces and control groups"
        />
      </div>
      <Figures comparison={comparison} />
    </>
  );
}

const machineParts: Readonly<Record<Machine, readonly string[]>> = {
  ordinary: ['Packages and libraries', 'Services of a whole system', 'Kernel of its own'],
  smallest: ['Packages and libraries', 'Kernel of its own'],
};

function sentence(running: readonly App[], [kernels]: readonly Comparison[]): string {
  const who =
    running.length === 0
      ? 'No app runs'
      : running.length === 2
        ? 'Both apps run'
        : `Only the ${running[0]} app runs`;
  const count = (figure: Figure | undefined) =>
    `${figure?.text} ${figure?.text === '1' ? 'kernel' : 'kernels'}`;
  return `${who}. As virtual machines that takes ${count(kernels?.machines)}, as containers ${count(kernels?.containers)}.`;
}

function Controls({
  running,
  onToggle,
  machine,
  onMachine,
}: {
  running: readonly App[];
  onToggle: (app: App) => void;
  machine: Machine;
  onMachine: (machine: Machine) => void;
}) {
  const group = useId();
  return (
    <div className="machines-controls no-print">
      {apps.map((app) => (
        <button key={app} type="button" className="button" onClick={() => onToggle(app)}>
          {running.includes(app) ? 'Stop' : 'Start'} the {app} app
        </button>
      ))}
      <fieldset>
        <legend>Virtual machine:</legend>
        {Object.entries(kinds).map(([kind, name]) => (
          <label key={kind}>
            <input
              type="radio"
              name={group}
              checked={machine === kind}
              onChange={() => onMachine(kind as Machine)}
            />{' '}
            {name}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

/** One host from the hardware up, drawn for the eye; the sentence and the table say the same. */
function Host({
  title,
  running,
  parts,
  between,
}: {
  title: string;
  running: readonly App[];
  parts: readonly string[];
  between: string;
}) {
  return (
    <div className="machines-host" aria-hidden="true">
      <p className="machines-host-title">{title}</p>
      <div className="machines-apps">
        {apps.map((app) =>
          running.includes(app) ? (
            <div key={app} className="machines-app">
              <span data-part="app">{app}</span>
              {parts.map((part) => (
                <span key={part} data-part={part.startsWith('Kernel') ? 'kernel' : 'system'}>
                  {part}
                </span>
              ))}
            </div>
          ) : (
            <div key={app} className="machines-app" data-stopped>
              <span>{app}: stopped</span>
            </div>
          ),
        )}
      </div>
      <span className="machines-layer">{between}</span>
      <span className="machines-layer" data-part="kernel">
        Kernel of the host
      </span>
      <span className="machines-layer">Hardware</span>
    </div>
  );
}

const numbers = Object.keys(figureSources);

function Figures({ comparison }: { comparison: readonly Comparison[] }) {
  return (
    <dl className="machines-figures" aria-label="What the running apps take">
      {comparison.map(({ measure, machines, containers }) => (
        <div key={measure}>
          <dt>{measure}</dt>
          <Value of="As virtual machines" figure={machines} />
          <Value of="As containers" figure={containers} />
        </div>
      ))}
    </dl>
  );
}

function Value({ of, figure: { text, note, source } }: { of: string; figure: Figure }) {
  return (
    <dd>
      <span className="stencil">{of}</span> <strong>{text}</strong>
      {source && (
        <a className="machines-ref" href={`#machines-${source}`}>
          <span className="sr-only">source </span>
          {numbers.indexOf(source) + 1}
        </a>
      )}
      {note && <span className="machines-note"> {note}</span>}
    </dd>
  );
}
