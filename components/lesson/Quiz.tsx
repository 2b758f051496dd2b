import { loadQuiz } from '@/content/quiz';
import { InlineCode } from '../ui/InlineCode';
import { QuizForm } from './QuizForm';
import './quiz.css';

/** The questions of `content/quizzes/<id>.ts`. Without JavaScript they are text, with the answers folded away. */
export async function Quiz({ id, title = 'Check yourself' }: { id: string; title?: string }) {
  const quiz = await loadQuiz(id);
  return (
    <section aria-label={title} className="quiz">
      <p className="quiz-title">
        <span className="stencil block">Quiz</span>
        {title}
      </p>
      <QuizForm quiz={quiz} />
      <noscript>
        <details className="quiz-answers">
          <summary>The answers, and why</summary>
          <ol>
            {quiz.questions.map(({ id: question, answers, right }) => (
              <li key={question}>
                <ul>
                  {Object.entries(answers).map(([answer, { text, why }]) => (
                    <li key={answer}>
                      <strong>
                        {answer === right ? 'Right: ' : 'Wrong: '}
                        <InlineCode text={text} />
                      </strong>{' '}
                      <InlineCode text={why} />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        </details>
      </noscript>
    </section>
  );
}
