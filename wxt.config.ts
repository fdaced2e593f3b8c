import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { stripRemoteAddresses } from './scripts/strip-remote-addresses.ts';

/** The one id by which Firefox knows the extension; profiles and tests rely on it. */
const geckoId = 'facelift@facelift.invalid';

/** Hosts the extension talks to or lives on. Each is explained in docs/permissions.md. */
const hosts = [
  'https://x.com/*',
  'https://twitter.com/*',
  'https://api.x.com/*',
  'https://api.twitter.com/*',
  'https://pbs.twimg.com/*',
];

/** Asked for on the click that adds an account of such a server, and only the one host of it. */
const otherServers = ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'];

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifest: ({ browser }) => ({
    name: 'Facelift',
    description: 'Swap your X avatar from any image, at the best quality X will show.',
    permissions: ['alarms', 'contextMenus', 'identity', 'notifications', 'storage'],
    host_permissions: hosts,
    optional_host_permissions: otherServers,
    action: { default_title: 'Facelift' },
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: geckoId,
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['authenticationInfo', 'websiteContent'] },
        },
      },
    }),
    ...(browser !== 'firefox' && { minimum_chrome_version: '120' }),
  }),
  vite: () => ({
    plugins: [preact(), stripRemoteAddresses()],
    worker: { format: 'es', plugins: () => [stripRemoteAddresses()] },
    build: { modulePreload: false },
  }),
});
