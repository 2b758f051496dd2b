import { type CSSProperties, type ReactNode, useId, useRef } from 'react';
import { Separator } from './Separator';
import { panels, usePanelSizes } from './usePanelSizes';
import './workbench.css';

interface Props {
  /** Whether it fills the window; then everything has its place without scrolling the page. */
  full: boolean;
  /** The files and their editor. */
  editor: ReactNode;
  /** What stands beside the files. */
  side: ReactNode;
  /** What stands below them. */
  lower: ReactNode;
}

/** Files on the left, what is said of them on the right, what they amount to below; the bars between can be moved. */
export function Workbench({ full, editor, side, lower }: Props) {
  const [sizes, setSize] = usePanelSizes();
  const root = useRef<HTMLDivElement>(null);
  const [sideId, editorId, lowerId] = [useId(), useId(), useId()];
  const box = () => root.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
  const style = {
    '--side': `${sizes.side}%`,
    '--editor': `${sizes.editor}rem`,
    '--lower': `${sizes.lower}%`,
  } as CSSProperties;

  return (
    <div ref={root} className="workspace workbench" data-full={full || undefined} style={style}>
      <div className="workbench-files">
        <div id={editorId} className="workbench-editor">
          {editor}
        </div>
        {full ? (
          <Separator
            label="Height of the editor"
            orientation="horizontal"
            value={100 - sizes.lower}
            min={100 - panels.lower.most}
            max={100 - panels.lower.least}
            step={5}
            text={`${Math.round(100 - sizes.lower)} percent`}
            controls={editorId}
            valueAt={({ y }) => ((y - box().top) / box().height) * 100}
            onChange={(value) => setSize('lower', value === null ? null : 100 - value)}
          />
        ) : (
          <Separator
            label="Height of the editor"
            orientation="horizontal"
            value={sizes.editor}
            min={panels.editor.least}
            max={panels.editor.most}
            step={2}
            text={`${Math.round(sizes.editor / lineHeight)} lines`}
            controls={editorId}
            valueAt={({ y }) => sizes.editor + (y - bottomOf(editorId)) / rem()}
            onChange={(value) => setSize('editor', value)}
          />
        )}
      </div>
      <Separator
        label="Width of the goals and problems"
        orientation="vertical"
        value={sizes.side}
        min={panels.side.least}
        max={panels.side.most}
        step={2}
        text={`${Math.round(sizes.side)} percent`}
        controls={sideId}
        valueAt={({ x }) => ((box().right - x) / box().width) * 100}
        onChange={(value) => setSize('side', value)}
      />
      <div id={sideId} className="workspace-side">
        {side}
      </div>
      <div id={lowerId} className="workbench-lower">
        {lower}
      </div>
    </div>
  );
}

/** Of the editors, in rem. */
const lineHeight = 1.4;
const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
const bottomOf = (id: string) => document.getElementById(id)?.getBoundingClientRect().bottom ?? 0;
