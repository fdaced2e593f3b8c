import { afterAll, beforeAll } from 'vitest';
import type { RealBrowser } from '../screen.ts';
import { newTally, type Tally } from './tally.ts';
import type { World } from './world.ts';

/**
 * Gives the rows of a file one world and one count of how they ended, which is printed at the end. `what`
 * says what they have in common.
 */
export const shareMatrix = <B extends RealBrowser>(
  what: string,
  open: () => Promise<{ readonly world: World<B>; readonly close: () => Promise<void> }>,
  onOpened: (world: World<B>) => void,
): Tally => {
  const tally = newTally(what);
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const opened = await open();
    close = opened.close;
    onOpened(opened.world);
  });
  afterAll(async () => {
    tally.print();
    await close?.();
  });
  return tally;
};
