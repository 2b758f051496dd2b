import type { Container, Moment } from './model';

/** Every container at one moment. */
export function MomentTable({ moment: { second, containers } }: { moment: Moment }) {
  return (
    <section className="table-scroll" aria-label={`The containers at second ${second}`} tabIndex={0}>
      <table className="limits-table">
        <thead>
          <tr>
            <th scope="col">At second {second}</th>
            <th scope="col">State</th>
            <th scope="col">Memory</th>
            <th scope="col">File cache</th>
            <th scope="col">CPU, of what it wants</th>
          </tr>
        </thead>
        <tbody>
          {containers.map((each) => (
            <Row key={each.name} container={each} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ container: { name, state, used, cache, cpu } }: { container: Container }) {
  const isShort = cpu.gets < cpu.wants - 0.005;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={state === 'killed' ? 'text-fail' : undefined}>
        {state === 'killed' ? 'exited (137)' : 'running'}
      </td>
      <td>{Math.round(used)} MB</td>
      <td>{Math.round(cache)} MB</td>
      <td>
        {state === 'killed' ? 'none' : `${cpu.gets.toFixed(2)} of ${cpu.wants.toFixed(2)}`}
        {isShort && <strong> {name === 'thumbnails' ? 'held back' : 'too little'}</strong>}
      </td>
    </tr>
  );
}
