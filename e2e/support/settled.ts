/** Runs in the page: waits until what it shows has arrived, so that a picture of it is complete. */
export const pageSettled = async (): Promise<void> => {
  const maxMs = 2_000;
  const over = new Promise<void>((resolve) => setTimeout(resolve, maxMs));
  const loaded = [...document.images].map(
    (image) =>
      image.complete ||
      new Promise((resolve) => {
        image.addEventListener('load', resolve, { once: true });
        image.addEventListener('error', resolve, { once: true });
      }),
  );
  await Promise.race([over, Promise.all([document.fonts.ready, ...loaded])]);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
};
