import { createHash } from 'node:crypto';
import type { PageRequest, PageResponse } from '../page-types.ts';
import type { SandboxApp, World } from '../world.ts';
import { askingPage, farewellPage, gonePage, pinPage } from './authorize-html.ts';
import { decide } from './decide.ts';
import type { RequestToken } from './request-tokens.ts';

/**
 * GET oauth/authorize?oauth_token=…: asks a person whether to let the app in, and as whom. Always asks,
 * as X does there. `screen_name` chooses the account beforehand. The form comes back by POST.
 */
export function authorizePage(request: PageRequest & { body: string }, world: World): PageResponse {
  const form = new URLSearchParams(request.body);
  const isAnswer = request.method === 'POST';
  const token = (isAnswer ? form : request.query).get('oauth_token') ?? '';
  const pending = world.requestTokens.find(token);
  const app = pending && world.apps.find(pending.apiKey);
  const isOpen = pending && world.requestTokens.isOpen(pending, world.clock.nowMs());
  if (!app || app.suspended || !isOpen) return html(403, gonePage());
  if (isAnswer) return answered(form, pending, app, world);
  if (request.method !== 'GET') return html(405, gonePage());
  const wanted = world.accountOf(request.query.get('screen_name') ?? '') ?? world.signedIn;
  return html(200, askingPage(app, pending, formKey(pending), world.accounts, wanted));
}

function answered(
  form: URLSearchParams,
  pending: RequestToken,
  app: SandboxApp,
  world: World,
): PageResponse {
  // Nobody but this page may answer for the person.
  if (form.get('authenticity_token') !== formKey(pending)) return html(403, gonePage());
  const account = world.accountOf(form.get('account') ?? '');
  const isRefusal = form.has('cancel');
  if (!isRefusal && !account) return html(400, gonePage());
  const decided = decide(world, pending, isRefusal ? undefined : account?.id);
  switch (decided.kind) {
    case 'pin':
      return html(200, pinPage(app, decided.pin));
    case 'refused':
      return html(200, farewellPage(app));
    case 'back':
      return { ...html(302, ''), headers: { ...pageHeaders, location: decided.url } };
  }
}

function formKey({ secret }: RequestToken): string {
  return createHash('sha256').update(`form of ${secret}`).digest('hex').slice(0, 40);
}

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  // No form-action: a browser would hold it against the way back to the app.
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'x-frame-options': 'SAMEORIGIN',
};

function html(status: number, body: string): PageResponse {
  return { status, headers: pageHeaders, body };
}
