import type { AddAccountError } from '../domain/account-errors.ts';
import type { Account, AccountKeys } from '../domain/account.ts';
import type { BannerRegion } from '../domain/banner-region.ts';
import type { PictureKind } from '../domain/picture.ts';
import type { Result } from '../domain/result.ts';
import type { FindError, Person, PersonSought } from '../domain/person.ts';
import type { ProfileError } from '../domain/profile-error.ts';
import type { ProfileChanges, ProfileText } from '../domain/profile-fields.ts';
import type { PassphraseError } from '../domain/security.ts';
import type { UndoProblem } from '../domain/undo-offer.ts';
import type { AppChoice, SignInView, SignInWay } from '../domain/sign-in.ts';

/** What a content script may ask of the background worker. Kept as small as it can be: pages lie. */
export interface FromPage {
  /** Opens the studio for an account named by its handle. */
  'studio.open': { readonly request: { readonly handle: string }; readonly reply: null };
}

type Nothing = Readonly<Record<string, never>>;

interface PassphraseMessage<Request> {
  readonly request: Request;
  readonly reply: Result<null, PassphraseError>;
}

/** What the extension's own pages may ask of the background worker. */
export interface FromOwnPages {
  'account.add': {
    readonly request: { readonly keys: AccountKeys; readonly apiBase: string };
    readonly reply: Result<Account, AddAccountError>;
  };
  'account.makeDefault': { readonly request: { readonly accountId: string }; readonly reply: null };
  /** Begins a sign-in; the reply is the page where the person lets the app in. For a PIN it is opened too. */
  'signIn.begin': {
    readonly request: { readonly app: AppChoice; readonly by: SignInWay };
    readonly reply: Result<string, AddAccountError>;
  };
  /** The PIN as typed, or the address the browser was sent back to. */
  'signIn.finish': {
    readonly request: { readonly pin: string } | { readonly returned: string };
    readonly reply: Result<Account, AddAccountError>;
  };
  /** Opens the page of the sign-in under way once more. */
  'signIn.open': { readonly request: Nothing; readonly reply: Result<null, AddAccountError> };
  'signIn.cancel': { readonly request: Nothing; readonly reply: null };
  'signIn.state': { readonly request: Nothing; readonly reply: SignInView | null };
  'account.remove': { readonly request: { readonly accountId: string }; readonly reply: null };
  'swap.start': {
    readonly request: {
      readonly accountId: string;
      readonly kind: PictureKind;
      readonly blobKey: string;
      /** The part of a banner that X is to cut out. */
      readonly region?: BannerRegion;
      /** What the person's file was called. */
      readonly name?: string;
      /** Asked from a private window. */
      readonly isPrivate?: boolean;
      /** The same for all swaps that one press began. */
      readonly batchId?: string;
    };
    readonly reply: { readonly jobId: string };
  };
  /** Brings back the picture before a swap; `blobKey` is its file where it had to be prepared. */
  'swap.undo': {
    readonly request: {
      readonly jobId: string;
      readonly blobKey?: string;
      readonly isPrivate?: boolean;
    };
    readonly reply: Result<string, UndoProblem>;
  };
  /** Takes an account's banner away, as a swap that can be taken back. */
  'banner.remove': {
    readonly request: {
      readonly accountId: string;
      readonly isPrivate?: boolean;
      /** The same for all that one press began. */
      readonly batchId?: string;
    };
    readonly reply: { readonly jobId: string };
  };
  'swap.retry': { readonly request: { readonly jobId: string }; readonly reply: null };
  'swap.cancel': { readonly request: { readonly jobId: string }; readonly reply: null };
  /** Goes on with what is due; `isBackOnline`: also with what waits for the network. */
  'swap.resume': { readonly request: { readonly isBackOnline: boolean }; readonly reply: null };
  /** Looks up a user of X, whoever it is, with an account's keys. */
  'person.find': {
    readonly request: { readonly who: PersonSought; readonly accountId: string };
    readonly reply: Result<Person, FindError>;
  };
  /** The texts of an account's own profile, as X has them now. */
  'profile.load': {
    readonly request: { readonly accountId: string };
    readonly reply: Result<ProfileText, ProfileError>;
  };
  /** Changes some of them; the reply is what X has afterwards, as far as it said. */
  'profile.save': {
    readonly request: {
      readonly accountId: string;
      readonly changes: ProfileChanges;
      /** Made by the page, so that it can stop this very call. */
      readonly saveId: string;
    };
    readonly reply: Result<ProfileChanges, ProfileError>;
  };
  'profile.cancel': { readonly request: { readonly saveId: string }; readonly reply: null };
  'security.unlock': PassphraseMessage<{ readonly passphrase: string }>;
  'security.lock': { readonly request: Nothing; readonly reply: null };
  'security.set': PassphraseMessage<{ readonly passphrase: string }>;
  'security.change': PassphraseMessage<{ readonly current: string; readonly next: string }>;
  'security.remove': PassphraseMessage<{ readonly current: string }>;
  'security.autoLock': { readonly request: { readonly minutes: number }; readonly reply: null };
  /** Erases all there is. */
  'everything.erase': { readonly request: Nothing; readonly reply: null };
}

/** Every kind there is, by who may ask it. Tests try them all from where they are not allowed. */
export const messageKinds: {
  readonly fromPage: { readonly [K in keyof FromPage]: true };
  readonly fromOwnPages: { readonly [K in keyof FromOwnPages]: true };
} = {
  fromPage: { 'studio.open': true },
  fromOwnPages: {
    'account.add': true,
    'account.remove': true,
    'account.makeDefault': true,
    'signIn.begin': true,
    'signIn.finish': true,
    'signIn.open': true,
    'signIn.cancel': true,
    'signIn.state': true,
    'swap.start': true,
    'swap.undo': true,
    'banner.remove': true,
    'swap.retry': true,
    'swap.cancel': true,
    'swap.resume': true,
    'person.find': true,
    'profile.load': true,
    'profile.save': true,
    'profile.cancel': true,
    'security.unlock': true,
    'security.lock': true,
    'security.set': true,
    'security.change': true,
    'security.remove': true,
    'security.autoLock': true,
    'everything.erase': true,
  },
};

/** What the background tells open X pages. Public facts only. */
export interface PictureNews {
  readonly kind: PictureKind;
  readonly handle: string;
  /** Key of the picture that was replaced; null where it was the default one, or there was none. */
  readonly previousKey: string | null;
  /** Address of the new picture as the user object names it; empty where a banner was taken away. */
  readonly pictureUrl: string;
}
