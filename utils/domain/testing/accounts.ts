import type { Account, AccountKeys } from '../account.ts';

/** An account as it is stored. */
export const ada: Account = {
  id: '1',
  handle: 'ada_paints',
  name: 'Ada',
  pictureUrl: '',
  apiBase: 'https://api.x.com',
  access: 'read-write',
  addedAtMs: 1,
};

/** Four keys that are found again wherever they are written to, and tell whose they are. */
export const keysOf = (who: string): AccountKeys => ({
  apiKey: `marked-1-${who}`,
  apiKeySecret: `marked-2-${who}`,
  accessToken: `marked-3-${who}`,
  accessTokenSecret: `marked-4-${who}`,
});
