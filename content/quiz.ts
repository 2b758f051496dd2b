/** A choice of a question. `Backticks` in texts stand for code. */
export interface QuizAnswer {
  text: string;
  /** Why it is right, or what is mistaken about it. */
  why: string;
}

/** A question with exactly one right answer; the wrong ones are what people really believe. */
export interface QuizQuestion {
  /** Kebab-case, unique in its quiz and stable: answers are kept by it. */
  id: string;
  ask: string;
  /** By a stable id, in the order in which they are offered. */
  answers: Readonly<Record<string, QuizAnswer>>;
  /** Id of the right answer. */
  right: string;
}

/** A quiz is `content/quizzes/<id>.ts`, which exports `questions`. */
export interface Quiz {
  id: string;
  questions: readonly QuizQuestion[];
}

/** Reads a quiz at build time. @throws when there is none of this id. */
export async function loadQuiz(id: string): Promise<Quiz> {
  const { questions } = (await import(`@/content/quizzes/${id}.ts`)) as {
    questions: readonly QuizQuestion[];
  };
  return { id, questions };
}
