import type { Picture } from '@/checker/compose/picture.ts';
import type { Place } from '../exercise/Editor';
import { BOX, type DrawnService, drawing, portLabel, WIDTH } from './drawing';
import { sentencesOf } from './sentences';

interface Props {
  picture: Picture;
  onGoTo: (place: Place) => void;
}

/** Services in the order in which they can start, who waits for whom, and what is published; then the same in words. */
export function ProjectPicture({ picture, onGoTo }: Props) {
  const { services, dependencies, height } = drawing(picture);
  return (
    <>
      <svg
        className="project-picture"
        viewBox={`0 0 ${WIDTH} ${height}`}
        aria-hidden="true"
        focusable="false"
      >
        <defs>
          <marker
            id="waits-for"
            viewBox="0 0 8 8"
            refX="1"
            refY="4"
            markerWidth="5"
            markerHeight="5"
            orient="auto-start-reverse"
          >
            <path className="project-arrow" d="M 8 0 L 0 4 L 8 8 Z" />
          </marker>
        </defs>
        {dependencies.map(({ from, to, condition, path }) => (
          <path
            key={`${from} ${to}`}
            className={`project-edge project-${condition}`}
            d={path}
            markerEnd="url(#waits-for)"
          />
        ))}
        {services.map((service) => (
          <ServiceBox key={service.name} service={service} />
        ))}
      </svg>
      <p className="project-legend">
        From top to bottom in the order in which they can start. Lines lead to what a service waits for:
        unbroken until it is healthy, dashed until it has started or ended. Ports of the host stand on the
        left.
      </p>
      <ul className="project-services" aria-label="Services">
        {services.map((service) => (
          <li key={service.name}>
            <button
              type="button"
              className="link font-semibold"
              onClick={() =>
                onGoTo({
                  file: service.file,
                  line: service.range.startLine,
                  column: service.range.startColumn,
                })
              }
            >
              {service.name}
              <span className="sr-only">, go to its place in {service.file}</span>
            </button>{' '}
            {sentencesOf(service, picture).join(' ')}
          </li>
        ))}
      </ul>
    </>
  );
}

function ServiceBox({ service }: { service: DrawnService }) {
  const { top, height, name, subtitle, lines, ports } = service;
  return (
    <g>
      {ports.slice(0, 3).map(({ host, container }, at) => (
        <g key={`${host} ${container}`} className="project-port">
          <text x={BOX.left - 12} y={top + 18 + at * 15} textAnchor="end">
            {portLabel(host)}
          </text>
          <path d={`M ${BOX.left - 9} ${top + 14 + at * 15} h 8`} />
        </g>
      ))}
      <rect
        className={service.hasHealthcheck ? 'project-box project-healthy' : 'project-box'}
        x={BOX.left}
        y={top}
        width={BOX.width}
        height={height}
        rx="3"
      />
      <text className="stage-name" x={BOX.left + 10} y={top + 18}>
        {name}
      </text>
      <text className="stage-base" x={BOX.left + 10} y={top + 34}>
        {subtitle}
      </text>
      {lines.map(({ kind, text }, at) => (
        <text
          key={`${kind} ${text}`}
          className={`project-line project-${kind}`}
          x={BOX.left + 10}
          y={top + 53 + at * 16}
        >
          {text}
        </text>
      ))}
    </g>
  );
}
