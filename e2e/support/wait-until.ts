const pauseMs = 100;

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again and again until the answer is true. Throws when the time is over. */
export const waitUntil = async (
  isTrue: () => boolean | Promise<boolean>,
  { timeoutMs, what }: { readonly timeoutMs: number; readonly what: string },
): Promise<void> => {
  const endMs = Date.now() + timeoutMs;
  while (!(await isTrue())) {
    if (Date.now() > endMs) throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}`);
    await pause(pauseMs);
  }
};
