const places = ['laptop', 'staging', 'production'];

/** A Dockerfile becomes one image, and the same image starts containers in three places. */
export function ImageTravels() {
  return (
    <figure className="wide">
      <svg
        viewBox="0 0 400 318"
        role="img"
        aria-label="From top to bottom: docker build turns the Dockerfile and your code into one image. The image, named by its digest, goes through a registry. On the laptop, in staging and in production docker run starts containers of that same image."
        className="mx-auto w-full max-w-md"
        fontFamily="var(--mono)"
        fontSize="15"
      >
        <rect
          x="90"
          y="2"
          width="220"
          height="50"
          fill="var(--surface)"
          stroke="var(--ink)"
          strokeWidth="2"
        />
        <text x="200" y="33" textAnchor="middle" fill="var(--ink)">
          Dockerfile + code
        </text>
        <Arrow x={200} from={54} to={98} label="docker build" />
        <rect x="60" y="102" width="280" height="58" fill="var(--marine)" />
        {Array.from({ length: 16 }, (_, groove) => (
          <path
            key={groove}
            d={`M${74 + groove * 17} 108v46`}
            stroke="var(--paper)"
            strokeOpacity=".16"
            strokeWidth="5"
          />
        ))}
        <text x="200" y="128" textAnchor="middle" fill="var(--paper)" fontWeight="700">
          image
        </text>
        <text x="200" y="148" textAnchor="middle" fill="var(--paper)" fontSize="13">
          sha256:4f1c… never changes
        </text>
        <path d="M200 160v30M66 214v-24h268v24M200 190v24" fill="none" stroke="var(--ink)" strokeWidth="2" />
        <text x="212" y="181" fill="var(--soft)" fontSize="13">
          push, pull, docker run
        </text>
        {places.map((place, at) => (
          <g key={place} transform={`translate(${4 + at * 134} 0)`}>
            <path d="M56 210l6 8 6-8z" fill="var(--ink)" />
            <rect x="0" y="220" width="124" height="66" fill="none" stroke="var(--line)" strokeWidth="2" />
            <rect x="10" y="230" width="104" height="32" fill="var(--rust)" />
            <text x="62" y="251" textAnchor="middle" fill="var(--paper)" fontSize="13" fontWeight="700">
              container
            </text>
            <text x="62" y="304" textAnchor="middle" fill="var(--ink)" fontSize="14">
              {place}
            </text>
            <text x="62" y="278" textAnchor="middle" fill="var(--soft)" fontSize="12">
              own kernel
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="mt-3 text-[0.95rem] text-soft">
        The recipe is built once. What is carried to each place is the image, and it is the same image in all
        of them.
      </figcaption>
    </figure>
  );
}

function Arrow({ x, from, to, label }: { x: number; from: number; to: number; label: string }) {
  return (
    <g>
      <path d={`M${x} ${from}v${to - from - 6}`} stroke="var(--ink)" strokeWidth="2" />
      <path d={`M${x - 6} ${to - 8}l6 8 6-8z`} fill="var(--ink)" />
      <text x={x + 12} y={(from + to) / 2 + 4} fill="var(--soft)" fontSize="13">
        {label}
      </text>
    </g>
  );
}
