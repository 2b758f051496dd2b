'use client';

import { useState } from 'react';
import type { Quiz, QuizQuestion } from '@/content/quiz';
import { InlineCode } from '../ui/InlineCode';
import { giveAnswer, questionAnchor, useAnswers } from './quiz-answers';

/** Each question is answered by itself, as often as one likes; the first answer is what the review remembers. */
export function QuizForm({ quiz }: { quiz: Quiz }) {
  const answers = useAnswers(quiz.id);
  return (
    <ol className="quiz-questions">
      {quiz.questions.map((question) => (
        <li key={question.id} id={questionAnchor(quiz.id, question.id)}>
          <Question
            quiz={quiz.id}
            question={question}
            given={answers[question.id]?.last ?? null}
            onGive={(answer) => giveAnswer(quiz.id, question.id, answer)}
          />
        </li>
      ))}
    </ol>
  );
}

function Question({
  quiz,
  question,
  given,
  onGive,
}: {
  quiz: string;
  question: QuizQuestion;
  given: string | null;
  onGive: (answer: string) => void;
}) {
  const [picked, setPicked] = useState<string | null>(null);
  const chosen = picked ?? given;
  const judged = chosen === given ? given : null;
  return (
    <fieldset className="quiz-question">
      <legend>
        <InlineCode text={question.ask} />
      </legend>
      {Object.entries(question.answers).map(([id, { text }]) => (
        <label
          key={id}
          className="quiz-choice"
          data-verdict={judged === id ? verdict(question, id) : undefined}
        >
          <input
            type="radio"
            name={`${quiz}-${question.id}`}
            checked={chosen === id}
            onChange={() => setPicked(id)}
          />
          <span>
            <InlineCode text={text} />
          </span>
        </label>
      ))}
      <button
        type="button"
        className="button"
        disabled={chosen === null}
        onClick={() => chosen && onGive(chosen)}
      >
        Check my answer
      </button>
      <div role="status" className="quiz-why">
        {judged !== null && <Why question={question} given={judged} />}
      </div>
    </fieldset>
  );
}

function Why({ question, given }: { question: QuizQuestion; given: string }) {
  const others = Object.entries(question.answers).filter(([id]) => id !== given);
  const isRight = given === question.right;
  return (
    <>
      <p>
        <strong className={isRight ? 'text-pass' : 'text-fail'}>{isRight ? 'Right.' : 'Not so.'}</strong>{' '}
        <InlineCode text={question.answers[given]?.why ?? ''} />
      </p>
      {isRight && (
        <details>
          <summary>Why not the others</summary>
          <ul>
            {others.map(([id, { text, why }]) => (
              <li key={id}>
                <strong>
                  <InlineCode text={text} />
                </strong>{' '}
                <InlineCode text={why} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const verdict = (question: QuizQuestion, answer: string) => (answer === question.right ? 'right' : 'wrong');
