import { loadQuiz } from '@/content/quiz';
import { ReviewList } from './ReviewList';
import './quiz.css';

/** At the end of a lesson: the questions of its quizzes whose first answer was wrong, with what is right. */
export async function Review({ quizzes }: { quizzes: readonly string[] }) {
  const loaded = await Promise.all(quizzes.map(loadQuiz));
  return (
    <section aria-label="Review of mistakes" className="review no-print">
      <p className="stencil">Review of mistakes</p>
      <ReviewList quizzes={loaded} />
    </section>
  );
}
