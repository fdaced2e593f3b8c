import { compatiblePicture } from '../compatible/compatible-site.ts';
import type { SandboxControl } from '../control.ts';
import { siteOf } from '../core/hosts.ts';
import type { Exchange } from '../exchange.ts';
import { serveDefaultAvatar, servePicture } from '../images/serve.ts';
import type { PageResponse } from '../page-types.ts';
import { authorizePage } from '../sign-in/authorize-page.ts';
import { controlSite } from './control-site.ts';
import { pagesSite } from './pages-site.ts';
import { picturesExample } from './pictures-example.ts';

/** Everything but the calls of an API; undefined for those. */
export async function answerOfSite(
  exchange: Exchange,
  control: SandboxControl,
): Promise<PageResponse | undefined> {
  const { host, path } = exchange;
  const { world } = control.serverOf(host);
  const page = { ...exchange, query: new URLSearchParams(exchange.rawQuery) };
  const withText = () => ({ ...page, body: Buffer.from(exchange.body).toString('utf8') });
  switch (siteOf(host, path)) {
    case 'api':
      return undefined;
    case 'compatible':
      return compatiblePicture(path, world);
    case 'sign-in':
      return authorizePage(withText(), world);
    case 'pictures-of-x':
      return servePicture(path, world);
    case 'static-of-x':
      return serveDefaultAvatar(path);
    case 'pictures-example':
      return picturesExample(page);
    case 'pages':
      return pagesSite(page, world);
    case 'control':
      return controlSite(control, withText());
    case undefined: {
      const headers = { 'content-type': 'text/plain; charset=utf-8' };
      return { status: 421, headers, body: `The sandbox is not "${host}".` };
    }
  }
}
