import type { AddAccountError } from '../domain/account-errors.ts';
import type { Account, AccountKeys } from '../domain/account.ts';
import type { Result } from '../domain/result.ts';

/** What a content script may ask of the background worker. Kept as small as it can be: pages lie. */
export interface FromPage {
  /** Opens the studio for an account named by its handle. */
  'studio.open': { readonly request: { readonly handle: string }; readonly reply: null };
}

/** What the extension's own pages may ask of the background worker. */
export interface FromOwnPages {
  'account.add': {
    readonly request: { readonly keys: AccountKeys };
    readonly reply: Result<Account, AddAccountError>;
  };
  'account.remove': { readonly request: { readonly accountId: string }; readonly reply: null };
  'swap.start': {
    readonly request: {
      readonly accountId: string;
      readonly kind: 'avatar' | 'banner';
      readonly blobKey: string;
    };
    readonly reply: { readonly jobId: string };
  };
  'swap.retry': { readonly request: { readonly jobId: string }; readonly reply: null };
  'swap.cancel': { readonly request: { readonly jobId: string }; readonly reply: null };
}

/** What the background tells open X pages. Public facts only. */
export interface PictureNews {
  readonly handle: string;
  /** `<id>/<token>` of the picture that was replaced; null where it was the default one. */
  readonly previousKey: string | null;
  /** Address of the new picture as the user object names it. */
  readonly pictureUrl: string;
}
