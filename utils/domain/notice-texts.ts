import type { SwapJob } from './swap-job.ts';

/** What the system's notification says once a swap is done. `server` is the name of where it shows. */
export const liveNotice = (
  { kind, handle, undoOf, isRemoval }: Pick<SwapJob, 'kind' | 'handle' | 'undoOf' | 'isRemoval'>,
  server: string,
): { readonly title: string; readonly message: string } => {
  if (isRemoval) {
    return {
      title: 'Your banner is removed',
      message: `@${handle} now has no banner on ${server}.`,
    };
  }
  return undoOf === undefined
    ? {
        title: `Your new ${kind} is live`,
        message: `@${handle} now shows the new picture on ${server}.`,
      }
    : {
        title: `Your earlier ${kind} is back`,
        message: `@${handle} now shows it on ${server}.`,
      };
};
