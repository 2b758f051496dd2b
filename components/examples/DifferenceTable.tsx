import { Fragment } from 'react';
import type { Difference } from '@/checker/compose/differences';

/**
 * What runs otherwise in development and in production, by service.
 *
 * @param labelledBy - id of the heading that names the table.
 */
export function DifferenceTable({
  differences,
  labelledBy = 'differences',
}: {
  differences: readonly Difference[];
  labelledBy?: string;
}) {
  const services = [...new Set(differences.map(({ service }) => service))];
  return (
    <div className="table-scroll wide" role="region" aria-labelledby={labelledBy} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col">Differs in</th>
            <th scope="col">Development</th>
            <th scope="col">Production</th>
          </tr>
        </thead>
        <tbody>
          {services.map((service) => {
            const rows = differences.filter((each) => each.service === service);
            return rows.map(({ aspect, left, right }, at) => (
              <tr key={`${service} ${aspect}`}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={rows.length}>
                    <code>{service}</code>
                  </th>
                )}
                <td className="min-w-28">{aspect}</td>
                <Values of={left} />
                <Values of={right} />
              </tr>
            ));
          })}
        </tbody>
      </table>
    </div>
  );
}

function Values({ of: values }: { of: readonly string[] }) {
  return (
    <td className="min-w-40">
      {values.length === 0 && <span className="text-soft">not set</span>}
      {values.map((value, at) => (
        <Fragment key={value}>
          {at > 0 && <br />}
          <code>{value}</code>
        </Fragment>
      ))}
    </td>
  );
}
