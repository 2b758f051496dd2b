const layers = [
  { step: 'CMD', text: 'uvicorn main:app', fill: 'var(--ink)', state: 'built' },
  { step: 'COPY', text: '. .', fill: 'var(--rust)', state: 'built' },
  { step: 'RUN', text: 'pip install', fill: 'var(--marine)', state: 'cached' },
  { step: 'COPY', text: 'requirements.txt', fill: 'var(--marine)', state: 'cached' },
  { step: 'FROM', text: 'python:3.12-slim', fill: 'var(--marine)', state: 'cached' },
];

/** The picture of the guide: an image as a stack of containers, the lower ones reused from the cache. */
export function LayerStack() {
  return (
    <svg
      viewBox="0 0 440 330"
      role="img"
      aria-label="An image drawn as five stacked containers. After a change of code the lower three, FROM, COPY requirements.txt and RUN pip install, come from the cache; the upper two are built again."
      className="mx-auto w-full max-w-md"
    >
      {layers.map(({ step, text, fill, state }, at) => (
        <g key={text} transform={`translate(${at < 2 ? 26 : 0} ${at * 62})`}>
          <rect x="10" y="4" width="404" height="56" fill={fill} />
          {Array.from({ length: 25 }, (_, groove) => (
            <path
              key={groove}
              d={`M${24 + groove * 16} 10v44`}
              stroke="var(--paper)"
              strokeOpacity=".17"
              strokeWidth="5"
            />
          ))}
          <text x="30" y="39" fill="var(--paper)" fontFamily="var(--mono)" fontSize="17" fontWeight="700">
            {step} <tspan fontWeight="400">{text}</tspan>
          </text>
          <text
            x="396"
            y="38"
            textAnchor="end"
            fill="var(--paper)"
            fontFamily="var(--mono)"
            fontSize="12"
            letterSpacing="1.500"
          >
            {state === 'cached' ? 'CACHED' : 'BUILT'}
          </text>
        </g>
      ))}
      <path d="M0 322h440" stroke="var(--ink)" strokeWidth="3" />
    </svg>
  );
}
