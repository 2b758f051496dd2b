import { Island } from './Island';
import { loadExercise } from './load';
import { Source } from './Source';

const levels = { repair: 'Repair', complete: 'Complete', write: 'Write' };

/**
 * An exercise as it is written into the page: task, first file and goals can be read without JavaScript.
 * The island puts the workspace in their place when the reader comes near.
 */
export async function Exercise({ id, headingLevel = 3 }: { id: string; headingLevel?: 1 | 3 }) {
  const data = await loadExercise(id);
  const { default: Task } = (await import(`@/content/exercises/${id}/exercise.mdx`)) as {
    default: () => React.ReactNode;
  };
  const Title = `h${headingLevel}` as const;
  const panelLevel = headingLevel === 1 ? 2 : 4;
  const PanelTitle = `h${panelLevel}` as const;
  const titleId = `exercise-${id}`;
  const first = data.editable[0] as string;
  return (
    <Island
      data={data}
      panelLevel={panelLevel}
      titleId={titleId}
      head={
        <header className="exercise-head corrugated">
          <p className="stencil">
            {levels[data.level]} · about {data.minutes} min
          </p>
          <Title id={titleId} className="exercise-title">
            {data.title}
          </Title>
        </header>
      }
      task={<Task />}
    >
      <div className="workspace">
        <div className="workspace-editor">
          <p className="tab-static">{first}</p>
          <Source path={first} text={data.starter[first] ?? ''} />
        </div>
        <div className="workspace-side">
          <PanelTitle className="panel-title">Goals</PanelTitle>
          <ul className="goals">
            {data.goals.map((goal) => (
              <li key={goal.id} className="goal">
                <span className="goal-mark" aria-hidden="true" />
                <span>{goal.sentence}</span>
              </li>
            ))}
          </ul>
          <noscript>
            <p className="mt-4 text-soft">
              To edit the files and have them checked, allow JavaScript for this page.
            </p>
          </noscript>
        </div>
      </div>
    </Island>
  );
}
