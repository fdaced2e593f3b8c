import type { PageResponse } from '../page-types.ts';
import type { SandboxAccount, SandboxToken, World } from '../world.ts';
import type { ErrorCode } from './errors.ts';
import type { RateState } from './rate-windows.ts';

/** A request to an API, body read and query apart, nothing checked yet. */
export interface ApiRequest {
  method: string;
  /** Host as the client named it, lower case, with a port unless it is 443: what gets signed. */
  authority: string;
  /** Still percent-encoded. */
  path: string;
  rawQuery: string;
  headers: Record<string, string | undefined>;
  body: Uint8Array;
}

export interface ParsedBody {
  kind: 'none' | 'urlencoded' | 'multipart' | 'json' | 'other';
  /** Text fields, in order. */
  fields: [name: string, value: string][];
  files: Map<string, Uint8Array>;
}

/** What a handler gets once the caller is known and allowed. */
export interface ApiCall {
  world: World;
  account: SandboxAccount;
  token: SandboxToken;
  path: string;
  /** The host the client called, with its port if it named one. */
  authority: string;
  body: ParsedBody;
  nowMs: number;
  /** A parameter from the query or the body; the query wins. */
  param(name: string): string | undefined;
  /** The `:name` part of the endpoint's path. */
  pathPart: string;
  /** What is left of an endpoint's window for this token; undefined for an unknown path. */
  rateOf(endpointPath: string): RateState | undefined;
}

export type ApiHandler = (call: ApiCall) => ApiAnswer | Promise<ApiAnswer>;

export interface ApiAnswer extends PageResponse {
  /** For the log. */
  note?: string;
  uploadBytes?: number;
}

export interface Endpoint {
  method: 'GET' | 'POST';
  /** `:x` stands for one path part. */
  path: string;
  access: 'read' | 'write';
  /** Calls per 15 minutes and token. */
  limit: number;
  /** false: counted, but the answer has no x-rate-limit headers. */
  showsLimit: boolean;
  handle: ApiHandler;
}

/** What differs between X and a server that only speaks its language. */
export interface Dialect {
  endpoints: readonly Endpoint[];
  /** A request's path as the endpoints have it. */
  routeOf(path: string): string;
  refuse(path: string, code: ErrorCode): ApiAnswer;
  /** The answer to a path or method that is none. */
  missing(path: string): ApiAnswer;
  /** What every answer to a known caller carries. */
  headersFor(token: SandboxToken): Record<string, string>;
}
