import type { CDPSession, Page } from 'playwright-core';

/** Where the extension's content script lives on a page: beside it, with the extension's powers. */
const contentWorld = async (session: CDPSession, extensionId: string): Promise<number> => {
  const contexts: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  await session.send('Runtime.enable');
  const own = contexts.find(({ origin }) => origin.includes(extensionId));
  if (!own) throw new Error('The content script has no place of its own on this page');
  return own.id;
};

/** Runs a script there, as if the content script itself had been taken over. Gives what it resolves to. */
export const inContentScript = async (
  page: Page,
  extensionId: string,
  expression: string,
): Promise<unknown> => {
  const session = await page.context().newCDPSession(page);
  const contextId = await contentWorld(session, extensionId);
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId,
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails)
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
};
