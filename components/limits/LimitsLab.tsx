import { LimitsForm } from './LimitsForm';
import { outcome, type Setup, simulate } from './model';
import './limits.css';

const shown: readonly { title: string; setup: Setup }[] = [
  { title: 'No limit, four workers', setup: { cpus: null, memory: null, workers: 4 } },
  { title: 'No limit, one process', setup: { cpus: null, memory: null, workers: 1 } },
  { title: '0.2 CPU and 768 MB, one process', setup: { cpus: 0.2, memory: 768, workers: 1 } },
  { title: '0.2 CPU and 3072 MB, four workers', setup: { cpus: 0.2, memory: 3072, workers: 4 } },
];

/** One misbehaving container and its neighbours, with limits to move. Without JavaScript four settings stand as text. */
export function LimitsLab() {
  return (
    <section className="limits-lab wide" aria-label="A host with three containers">
      <p className="limits-title">
        <span className="stencil block">Simulation</span>A host with 2 CPUs and 4096 MB, and a thumbnailer
        that leaks and loops
      </p>
      <LimitsForm />
      <noscript>
        <style>{'.limits-controls, .limits-moment { display: none; }'}</style>
        <table className="limits-table">
          <caption>The sliders need JavaScript. Four settings, and what the model makes of them:</caption>
          <thead>
            <tr>
              <th scope="col">The thumbnailer</th>
              <th scope="col">What happens within 30 seconds</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ title, setup }) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                <td>{outcome(simulate(setup))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </noscript>
      <p className="limits-honest">
        This is a model, not a kernel: it counts in whole seconds, knows no swap, and its containers are
        invented. The order of what happens, and who is chosen, follows the kernel’s rules.
      </p>
    </section>
  );
}
