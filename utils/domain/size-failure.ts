/** Why one size of a picture is not shown. */
export type SizeFailure =
  /** X does not have it, or not any more: 404, and 403 (X docs, Outdated profile images, 2024). */
  | { readonly kind: 'gone'; readonly status: number }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'timedOut' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'notAnImage' }
  /** The person stopped before it came. */
  | { readonly kind: 'stopped' };

const texts: { readonly [K in SizeFailure['kind']]: string } = {
  gone: 'Gone from X',
  refused: 'X refused it',
  unreachable: 'Not reached',
  timedOut: 'Took too long',
  tooLarge: 'Too large to show',
  notAnImage: 'Not a picture',
  stopped: 'Not fetched',
};

/** Whether asking once more may bring it: what X does not have, it will not have in a moment. */
export const mayComeLater = ({ kind }: SizeFailure): boolean =>
  kind === 'refused' || kind === 'unreachable' || kind === 'timedOut' || kind === 'stopped';

/** A few words in place of a picture, with the status where there was one: `Gone from X (404)`. */
export const sizeFailureText = (failure: SizeFailure): string =>
  'status' in failure ? `${texts[failure.kind]} (${failure.status})` : texts[failure.kind];
