import type { OwnHandlers, PageHandlers } from '../../utils/platform/messaging.ts';
import { openStudio } from '../../utils/platform/pages.ts';
import * as parse from '../../utils/platform/parse-message.ts';
import type { SwapRunner } from '../../utils/swap/runner.ts';
import { accountHandlers } from './account-handlers.ts';
import { personHandlers } from './person-handlers.ts';
import { profileHandlers } from './profile-handlers.ts';
import { resumeHandlers } from './resume.ts';
import { securityHandlers } from './security-handlers.ts';
import { signInHandlers } from './sign-in-handlers.ts';
import { swapHandlers } from './swap-handlers.ts';

/** What content scripts may ask. */
export const pageHandlers: PageHandlers = {
  'studio.open': {
    parse: parse.parseStudioOpen,
    handle: (target, { isPrivate }) => openStudio({ ...target, isPrivate }).then(() => null),
  },
};

/** What the extension's own pages may ask. */
export const ownHandlers = (runner: SwapRunner): OwnHandlers => ({
  ...securityHandlers(runner),
  ...resumeHandlers(runner),
  ...swapHandlers(runner),
  ...accountHandlers,
  ...personHandlers,
  ...profileHandlers(),
  ...signInHandlers,
});
