import type { Result } from '../utils/domain/result.ts';
import type { FindError, Person, PersonSought } from '../utils/domain/person.ts';
import type { SizeFailure } from '../utils/domain/size-failure.ts';

/** A picture as X sent it, with what its own bytes say of it. */
export interface SizeFile {
  readonly blob: Blob;
  readonly mime: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What the sizes of a picture need from outside. */
export interface SizesPorts {
  /** One size of a picture of X. */
  fetchSize(address: string, signal: AbortSignal): Promise<Result<SizeFile, SizeFailure>>;
  /** The user object of anybody, asked with an account's keys. */
  findPerson(who: PersonSought, accountId: string): Promise<Result<Person, FindError>>;
}
