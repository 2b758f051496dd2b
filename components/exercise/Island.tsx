'use client';

import { lazy, type ReactNode, Suspense } from 'react';
import { useNear } from '../ui/useNear';
import { useFullWindow } from '../workspace/useFullWindow';
import type { ExerciseData } from './data';

const Workspace = lazy(() => import('./Workspace'));

interface Props {
  data: ExerciseData;
  /** Heading level of the panels: one below the exercise's own. */
  panelLevel: 2 | 4;
  /** Id of the exercise's title. */
  titleId: string;
  head: ReactNode;
  /** What is asked. */
  task: ReactNode;
  /** What stands in the place of the workspace until that has loaded. */
  children: ReactNode;
}

/** An exercise in its page: as it was served until the reader comes near, then with its workspace. */
export function Island({ data, panelLevel, titleId, head, task, children }: Props) {
  const { ref, full, toggle } = useFullWindow<HTMLDivElement>();
  const near = useNear(ref);
  return (
    <div ref={ref} className="wide">
      <section className={`exercise ${full ? 'fills-window' : ''}`} aria-labelledby={titleId}>
        {head}
        {/* In the whole of a wide window the task stands beside the files instead. */}
        <div className="exercise-task">{task}</div>
        {near ? (
          <Suspense fallback={children}>
            <Workspace
              data={data}
              panelLevel={panelLevel}
              task={full ? task : null}
              full={full}
              onToggleFull={toggle}
            />
          </Suspense>
        ) : (
          children
        )}
      </section>
    </div>
  );
}
