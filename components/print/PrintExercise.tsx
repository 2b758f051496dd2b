import { loadExercise } from '../exercise/load';
import { Source } from '../exercise/Source';
import { InlineCode } from '../ui/InlineCode';

/** An exercise for paper: what is asked, the files, the goals, and the solutions if they are wanted. */
export async function PrintExercise({ id, solutions }: { id: string; solutions: boolean }) {
  const data = await loadExercise(id);
  const { default: Task } = (await import(`@/content/exercises/${id}/exercise.mdx`)) as {
    default: () => React.ReactNode;
  };
  return (
    <section className="print-exercise" aria-label={`Exercise: ${data.title}`}>
      <h3>Exercise: {data.title}</h3>
      <Task />
      <Files files={data.starter} />
      <p>What must be true in the end:</p>
      <ul>
        {data.goals.map(({ id: goal, sentence }) => (
          <li key={goal}>{sentence}</li>
        ))}
      </ul>
      {solutions &&
        data.solutions.map(({ name, title, why, files }) => (
          <section key={name} className="print-solution" aria-label={`Solution: ${title}`}>
            <h4>Solution: {title}</h4>
            <p>
              <InlineCode text={why} />
            </p>
            <Files files={files} />
          </section>
        ))}
    </section>
  );
}

function Files({ files }: { files: Readonly<Record<string, string>> }) {
  return Object.entries(files).map(([path, text]) => (
    <figure key={path} className="print-file">
      <figcaption>{path}</figcaption>
      <Source path={path} text={text} />
    </figure>
  ));
}
