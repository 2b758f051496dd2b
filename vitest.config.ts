import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    // A busy machine is slow, not wrong: what must be fast is measured by `npm run bench`.
    testTimeout: 120_000,
    include: ['{checker,components,content,scripts}/**/*.test.ts', 'examples/*.test.ts'],
  },
});
