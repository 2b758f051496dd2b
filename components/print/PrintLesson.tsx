import type { MDXComponents } from 'mdx/types';
import { lesson, lessonText } from '@/content/library';
import { loadQuiz } from '@/content/quiz';
import { Sources } from '../lesson/Sources';
import { InlineCode } from '../ui/InlineCode';
import { PrintExercise } from './PrintExercise';

/** A lesson for paper: exercises are text, and the answers of its quizzes stand at the end if they are wanted. */
export async function PrintLesson({ slug, solutions }: { slug: string; solutions: boolean }) {
  const { default: Text } = (await import(`@/content/lessons/${slug}.mdx`)) as {
    default: (props: { components: MDXComponents }) => React.ReactNode;
  };
  const { number, title, summary, sources } = lesson(slug);
  const quizzes = [...lessonText(slug).matchAll(/<Quiz\s+id="([^"]+)"/g)].map(([, id]) => id as string);
  return (
    <article className="print-lesson" id={`lesson-${slug}`}>
      <p className="stencil">Lesson {String(number).padStart(2, '0')}</p>
      <h1>{title}</h1>
      <p className="print-summary">{summary}</p>
      <div className="prose">
        <Text components={{ Exercise: solutions ? WithSolutions : PlainExercise }} />
      </div>
      {solutions && quizzes.map((id) => <Answers key={id} id={id} />)}
      <Sources sources={sources} />
    </article>
  );
}

const WithSolutions = ({ id }: { id: string }) => <PrintExercise id={id} solutions />;
const PlainExercise = ({ id }: { id: string }) => <PrintExercise id={id} solutions={false} />;

async function Answers({ id }: { id: string }) {
  const { questions } = await loadQuiz(id);
  return (
    <section className="print-solution" aria-label="Answers">
      <h3>Answers</h3>
      <ol>
        {questions.map(({ id: question, answers, right }) => (
          <li key={question}>
            <strong>
              <InlineCode text={answers[right]?.text ?? ''} />
            </strong>{' '}
            <InlineCode text={answers[right]?.why ?? ''} />
          </li>
        ))}
      </ol>
    </section>
  );
}
