import type { ApiOutcome } from '../api/api.ts';
import { customError, textError, xmlError } from '../api/errors.ts';
import type { Asked, SigningIn } from '../api/oauth-check.ts';
import { challenge } from '../api/refusals.ts';
import { equal } from '../api/signature.ts';
import type { ApiAnswer } from '../api/types.ts';
import type { AccessLevel, World } from '../world.ts';
import { signInErrors, signInTexts, type SignInErrorCode } from './sign-in-facts.ts';

type SignInCall = (asked: Asked, signing: SigningIn, world: World) => ApiOutcome;

/** The calls of the sign-in, signed by an app for somebody it does not know yet. */
export const signInCalls: Record<string, SignInCall> = {
  'POST /oauth/request_token': unlessSuspended(requestToken),
  'POST /oauth/access_token': unlessSuspended(accessToken),
};

function unlessSuspended(call: SignInCall): SignInCall {
  return (asked, signing, world) =>
    signing.app.suspended ? refused(signInError(416, asked)) : call(asked, signing, world);
}

function requestToken(asked: Asked, { app, fields }: SigningIn, world: World): ApiOutcome {
  const callback = fields.oauth_callback ?? paramOf(asked, 'oauth_callback');
  // Undocumented what is said to a call without one; the old 1.0 flow without it is long gone.
  if (!callback) return refused(customError(400, 215, 'oauth_callback is missing'));
  if (callback !== 'oob') {
    if (app.oobOnly) return refused(signInError(417, asked));
    // To the letter: X docs, "Callback URLs", 2026.
    if (!app.callbackUrls.includes(callback)) return refused(signInError(415, asked));
  }
  const narrowed = paramOf(asked, 'x_auth_access_type');
  const access: AccessLevel = narrowed === 'read' ? 'read' : app.permission;
  const made = world.requestTokens.make(app, callback, access, asked.nowMs);
  return accepted(
    { oauth_token: made.token, oauth_token_secret: made.secret, oauth_callback_confirmed: 'true' },
    `${app.name} asks to be let in, ${callback === 'oob' ? 'by PIN' : 'by address'}`,
  );
}

function accessToken(asked: Asked, signing: SigningIn, world: World): ApiOutcome {
  const { app, fields, requestToken: pending } = signing;
  if (!fields.oauth_token) return refused(textRefusal(signInTexts.noToken));
  if (!pending || !world.requestTokens.isAlive(pending, asked.nowMs)) {
    return refused(textRefusal(signInTexts.deadToken));
  }
  const { grantedBy } = pending;
  const verifier = fields.oauth_verifier ?? paramOf(asked, 'oauth_verifier') ?? '';
  if (!grantedBy || !equal(verifier, grantedBy.verifier)) {
    pending.wrongVerifiers += 1;
    return refused(textRefusal(signInTexts.wrongVerifier));
  }
  pending.used = true;
  const account = world.accountOf(grantedBy.accountId);
  if (!account) return refused(textRefusal(signInTexts.deadToken));
  const token = world.apps.grant(app, account.id, pending.access);
  const answer = accepted(
    {
      oauth_token: token.accessToken,
      oauth_token_secret: token.accessTokenSecret,
      user_id: account.id,
      screen_name: account.handle,
    },
    `${app.name} let in, may ${token.access}`,
  );
  return { ...answer, accountId: account.id };
}

/** Form pairs that call themselves HTML: recorded 2020. */
function accepted(pairs: Record<string, string>, note: string): ApiOutcome {
  const answer = textError(200, new URLSearchParams(pairs).toString());
  return { ...answer, note, verified: true };
}

/** The caller was known, what it asked for was not to be had. */
function refused(answer: ApiAnswer): ApiOutcome {
  return { ...answer, verified: true };
}

function textRefusal(words: string): ApiAnswer {
  const answer = textError(401, words);
  return { ...answer, headers: { ...answer.headers, ...challenge(401) } };
}

/** JSON for who asks for it by name, XML for everybody else. */
function signInError(code: SignInErrorCode, { request }: Asked): ApiAnswer {
  const [status, message] = signInErrors[code];
  const wantsJson = /\bapplication\/json\b/.test(request.headers['accept'] ?? '');
  return wantsJson ? customError(status, code, message) : xmlError(status, code, message);
}

/** X takes what is no secret from the query or the form as well; either way it is signed. */
function paramOf({ request, body }: Asked, name: string): string | undefined {
  const inQuery = new URLSearchParams(request.rawQuery).get(name);
  return inQuery ?? body.fields.find(([key]) => key === name)?.[1];
}
