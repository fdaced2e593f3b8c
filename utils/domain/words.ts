import type { ErrorText } from './api-error-texts.ts';

/** For every kind of an error, how its words are made. */
export type Words<E extends { readonly kind: string }> = {
  readonly [K in E['kind']]: (error: Extract<E, { readonly kind: K }>) => ErrorText;
};

/** Finds the words for one kind; the cast is safe because the table is keyed by that very kind. */
export const wordsFor = <E extends { readonly kind: string }>(
  table: Words<E>,
  error: E,
): ErrorText => (table[error.kind as E['kind']] as (error: E) => ErrorText)(error);
