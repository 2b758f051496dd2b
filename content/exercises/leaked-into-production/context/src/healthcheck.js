// Ends with 0 when the service answers, and with 1 when it does not.
const answer = await fetch('http://127.0.0.1:3000/healthz').catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
