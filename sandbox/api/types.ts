import type { PageResponse } from '../page-types.ts';
import type { SandboxAccount, World } from '../world.ts';

/** A request to api.x.com, body read and query apart, nothing checked yet. */
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
  path: string;
  body: ParsedBody;
  nowMs: number;
  /** A parameter from the query or the body; the query wins. */
  param(name: string): string | undefined;
  /** The `:name` part of the endpoint's path. */
  pathPart: string;
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
