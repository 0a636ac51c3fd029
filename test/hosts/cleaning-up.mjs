/**
 * Runs `body` and, however it ends, the steps it registered, the last first; then the process ends with the number that
 * `body` gave, 70 if it failed. A signal ends it the same way.
 */
export async function cleaningUp(body) {
  const steps = [];
  let over;
  const end = (code) => {
    over ??= (async () => {
      for (const step of steps.reverse()) await Promise.resolve(step()).catch(() => {});
      process.exit(code);
    })();
    return over;
  };
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    process.once(signal, () => end(code));
  }
  try {
    await end(await body((step) => steps.push(step)));
  } catch (error) {
    console.error(error);
    await end(70);
  }
}
