/** What the server hands to the x.com / twitter.com pages. Header names are lower case. */
export interface PageRequest {
  /** Lower case, without a port: `x.com`, `twitter.com`. */
  host: string;
  method: string;
  /** Path only, still percent-encoded; the query is apart. */
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
}

export interface PageResponse {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}
