import type { KeyboardEvent, PointerEvent } from 'react';

interface Props {
  /** What it resizes: "Width of the goals". */
  label: string;
  /** Of the bar itself: a vertical one stands between left and right. */
  orientation: 'vertical' | 'horizontal';
  value: number;
  min: number;
  max: number;
  /** What one press of an arrow key adds. */
  step: number;
  /** The value in words: "40 percent". */
  text: string;
  /** Id of what it resizes. */
  controls: string;
  /** The value that would put the bar under the pointer. */
  valueAt: (pointer: { x: number; y: number }) => number;
  /** Null asks for the size that it had at first. */
  onChange: (value: number | null) => void;
}

/**
 * A bar between two panels, to be dragged or moved by arrow keys, Home and End; Enter or a double click gives the
 * first size back. The pattern: https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/
 */
export function Separator({ value, min, max, step, onChange, ...props }: Props) {
  const { label, orientation, text, controls, valueAt } = props;
  const set = (to: number) => onChange(Math.min(max, Math.max(min, Math.round(to * 10) / 10)));

  const onKeyDown = (event: KeyboardEvent) => {
    const grows = orientation === 'vertical' ? 'ArrowLeft' : 'ArrowDown';
    const shrinks = orientation === 'vertical' ? 'ArrowRight' : 'ArrowUp';
    const to = { [grows]: value + step, [shrinks]: value - step, Home: min, End: max }[event.key];
    if (to === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (to === undefined) onChange(null);
    else set(to);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      set(valueAt({ x: event.clientX, y: event.clientY }));
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      className="separator"
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuetext={text}
      aria-controls={controls}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onDoubleClick={() => onChange(null)}
    />
  );
}
