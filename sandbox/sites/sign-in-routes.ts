import type { NewApp } from '../sign-in/app-registry.ts';
import type { SandboxApp, ServerName } from '../world-types.ts';
import type { Route } from './control-types.ts';

const serverOf = (name: string | null): ServerName => (name === 'compatible' ? 'compatible' : 'x');

/** `control.signIn` over HTTP. */
export const signInRoutes: Record<string, Route> = {
  'GET /apps': (control, { query }) => control.signIn.apps(serverOf(query.get('server'))),
  'POST /apps': (control, { query, body }) =>
    control.signIn.addApp(JSON.parse(body || '{}') as NewApp, serverOf(query.get('server'))),
  'POST /apps/change': (control, { body }) => {
    const { apiKey, ...change } = JSON.parse(body) as Partial<SandboxApp> & { apiKey: string };
    return control.signIn.changeApp(apiKey, change);
  },
  'GET /tokens': (control) => control.signIn.tokens(),
  'POST /authorise': (control, { body }) => {
    const { requestToken, ...choice } = JSON.parse(body) as {
      requestToken: string;
      account?: string;
      refuse?: boolean;
    };
    return control.signIn.authorise(requestToken, choice);
  },
};
