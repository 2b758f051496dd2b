'use client';

import type { Quiz } from '@/content/quiz';
import { InlineCode } from '../ui/InlineCode';
import { questionAnchor, useAnswersOf } from './quiz-answers';

export function ReviewList({ quizzes }: { quizzes: readonly Quiz[] }) {
  const answers = useAnswersOf(quizzes.map(({ id }) => id));
  const questions = quizzes.flatMap((quiz, at) =>
    quiz.questions.map((question) => ({
      question,
      anchor: questionAnchor(quiz.id, question.id),
      first: answers[at]?.[question.id]?.first ?? null,
    })),
  );
  const answered = questions.filter(({ first }) => first !== null);
  const missed = answered.filter(({ question, first }) => first !== question.right);
  if (answered.length === 0)
    return (
      <p>Questions of this lesson that you first answer wrongly come back here, to look at once more.</p>
    );
  return (
    <>
      <p>
        {answered.length - missed.length} of {questions.length} questions answered rightly at the first
        attempt
        {missed.length > 0 ? '. These are worth another look:' : '.'}
      </p>
      <ul>
        {missed.map(({ question, anchor, first }) => (
          <li key={anchor}>
            <a className="link" href={`#${anchor}`}>
              <InlineCode text={question.ask} />
            </a>
            <p>
              You first said: <InlineCode text={question.answers[first ?? '']?.text ?? ''} />{' '}
              <InlineCode text={question.answers[first ?? '']?.why ?? ''} />
            </p>
            <p>
              <strong>
                <InlineCode text={question.answers[question.right]?.text ?? ''} />
              </strong>{' '}
              <InlineCode text={question.answers[question.right]?.why ?? ''} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
