import { useEffect, useState } from 'react';
import { keep, readKept } from '../exercise/storage';

/** Sizes of the panels of a workspace; `least` and `most` bound what a reader can choose. */
export const panels = {
  /** Width of the side, in percent of the workspace. */
  side: { usual: 40, least: 20, most: 65 },
  /** Height of the editor inside a page, in rem. */
  editor: { usual: 30, least: 12, most: 60 },
  /** Height of the lower panels in the whole window, in percent of it. */
  lower: { usual: 35, least: 10, most: 75 },
} as const;

export type Panel = keyof typeof panels;
export type PanelSizes = Readonly<Record<Panel, number>>;

const key = 'guide:panels';
const usual: PanelSizes = { side: panels.side.usual, editor: panels.editor.usual, lower: panels.lower.usual };

/** Sizes that were kept, without what is damaged or out of bounds. */
export function readSizes(kept: unknown): PanelSizes {
  const sizes = typeof kept === 'object' && kept !== null && 'sizes' in kept ? kept.sizes : null;
  if (typeof sizes !== 'object' || sizes === null) return usual;
  const good = Object.entries(sizes).filter(([name, size]) => {
    const bounds = name in panels ? panels[name as Panel] : null;
    return bounds && typeof size === 'number' && size >= bounds.least && size <= bounds.most;
  });
  return { ...usual, ...Object.fromEntries(good) };
}

/** How large the panels are: one choice for all workspaces, kept between visits. */
export function usePanelSizes(): [PanelSizes, (panel: Panel, size: number | null) => void] {
  const [sizes, setSizes] = useState<PanelSizes>(() => readSizes(readKept(key)));
  useEffect(() => {
    // A drag changes the size with every move; only where it rests is kept.
    const timer = setTimeout(() => {
      if (sizes !== usual) keep(key, { version: 1, sizes });
    }, 300);
    return () => clearTimeout(timer);
  }, [sizes]);
  const set = (panel: Panel, size: number | null) =>
    setSizes((before) => ({ ...before, [panel]: size ?? usual[panel] }));
  return [sizes, set];
}
