import * as signIn from '../../utils/accounts/sign-in.ts';
import { browserApiPorts as api } from '../../utils/api/browser-ports.ts';
import { pinCallback } from '../../utils/api/sign-in.ts';
import { ok, type Result } from '../../utils/domain/result.ts';
import type { OwnHandlers } from '../../utils/platform/messaging.ts';
import { openTab } from '../../utils/platform/pages.ts';
import * as parse from '../../utils/platform/parse-message.ts';
import { dropSignIn } from '../../utils/platform/secrets/pending-sign-in.ts';
import { redirectAddress } from '../../utils/platform/sign-in-window.ts';
import { thenTidy } from './account-handlers.ts';

type SignInKind = Extract<keyof OwnHandlers, `signIn.${string}`>;

const opened = async <E>(address: Result<string, E>): Promise<Result<string, E>> => {
  if (address.ok) await openTab(address.value);
  return address;
};

/** What the extension's own pages may ask about signing in to an app. */
export const signInHandlers: Pick<OwnHandlers, SignInKind> = {
  'signIn.begin': {
    parse: parse.parseSignInBegin,
    handle: async ({ app, by }) => {
      const callback = by === 'pin' ? pinCallback : redirectAddress();
      const begun = await thenTidy(signIn.beginSignIn(app, callback, api));
      return by === 'pin' ? opened(begun) : begun;
    },
  },
  'signIn.finish': {
    parse: parse.parseSignInFinish,
    handle: (given) =>
      thenTidy(
        'pin' in given
          ? signIn.finishByPin(given.pin, api)
          : signIn.finishByAddress(given.returned, api),
      ),
  },
  'signIn.open': {
    parse: parse.parseNothing,
    handle: async () => {
      const address = await opened(await signIn.signInAddress(Date.now()));
      return address.ok ? ok(null) : address;
    },
  },
  'signIn.cancel': {
    parse: parse.parseNothing,
    handle: () => thenTidy(dropSignIn().then(() => null)),
  },
  'signIn.state': { parse: parse.parseNothing, handle: () => signIn.signInView(Date.now()) },
};
