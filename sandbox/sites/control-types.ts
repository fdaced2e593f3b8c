import type { SandboxControl } from '../control.ts';

export interface ControlRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  body: string;
}

/** What is returned becomes JSON, or plain text where it is a string; undefined becomes 404. */
export type Route = (control: SandboxControl, request: ControlRequest) => unknown;
