import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadQuiz } from './quiz';

const ids = readdirSync('content/quizzes').map((name) => name.replace(/\.ts$/, ''));

describe.each(ids)('quiz %s', async (id) => {
  const { questions } = await loadQuiz(id);

  test('its questions have ids of their own', () => {
    expect(new Set(questions.map((question) => question.id)).size).toBe(questions.length);
  });

  test.each(questions)(
    '$id has one right answer among others, each with its reason',
    ({ answers, right }) => {
      expect(Object.keys(answers)).toContain(right);
      expect(Object.keys(answers).length).toBeGreaterThan(1);
      for (const answer of Object.values(answers)) expect(answer).toMatchObject({ text: /./, why: /./ });
    },
  );
});
