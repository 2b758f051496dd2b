'use client';

/** Opens the browser's print dialog. */
export function PrintButton() {
  return (
    <button type="button" className="button button-strong" onClick={() => print()}>
      Print
    </button>
  );
}
