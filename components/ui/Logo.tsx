/** Three stacked containers: the layers of an image. Decorative; the name stands beside it. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <path fill="var(--rust)" d="M1 18h26v8H1z" />
      <path fill="var(--marine)" d="M1 10h16v7H1z" />
      <path fill="var(--ink)" d="M18 10h9v7h-9zM6 2h15v7H6z" />
      <path
        stroke="var(--paper)"
        strokeOpacity=".55"
        d="M5.500 18v8m4.500-8v8m4-8v8m4.500-8v8m4-8v8M5.500 10v7m3.500-7v7m3.500-7v7"
      />
    </svg>
  );
}
