// Ask the site how it is: exit code 0 is healthy, 1 is not. The slim image has no curl, and needs none.
const url = `http://127.0.0.1:${process.env.PORT ?? '3000'}/api/health`;
const healthy = await fetch(url, { signal: AbortSignal.timeout(3000) }).then(
  (response) => response.ok,
  () => false,
);
process.exitCode = healthy ? 0 : 1;
