/** Why the picture before a swap could not be saved. */
export type SaveFailure =
  /** X no longer had it under any of its addresses. */
  | 'notFound'
  | 'refused'
  | 'unreachable'
  | 'timedOut'
  | 'tooLarge'
  | 'notAnImage'
  /** The browser had no room for it. */
  | 'notStored';

/** What became of the picture that an account showed before a swap. */
export type SavedBefore =
  | { readonly kind: 'saved'; readonly historyId: string }
  /** X's default picture: its API knows no way back to that. */
  | { readonly kind: 'none' }
  /** `status` is the HTTP status of the last answer, where there was one. */
  | { readonly kind: 'failed'; readonly why: SaveFailure; readonly status?: number }
  /** Begun from a private window, from which nothing is kept. */
  | { readonly kind: 'private' };
