import { err, ok, type Result } from './result.ts';

/** Why a text cannot be the address of a website. */
export type WebsiteProblem = 'spaces' | 'mail' | 'scheme' | 'host';

/** A website as X keeps it. */
export interface Website {
  /** With its scheme; empty where there is none. */
  readonly address: string;
  /** The scheme was not typed: X puts `http://` before such an address (X docs, update_profile, 2022). */
  readonly isCompleted: boolean;
}

/** Taken apart by hand: this room knows no `URL`. No user, which a website has no use for. */
const parts = /^(?:https?:\/\/)?([^/?#:@]+)(?::(\d{1,5}))?(?:[/?#].*)?$/iu;

const label = /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}_])?$/u;

const isNumericHost = (labels: readonly string[]): boolean =>
  labels.length === 4 && labels.every((one) => /^\d{1,3}$/.test(one) && Number(one) < 256);

/** A name with a dot in it whose last part is no number, or the four numbers of an address. */
const isHost = (host: string): boolean => {
  const labels = host.replace(/\.$/, '').split('.');
  if (labels.some((one) => !label.test(one) || one.length > 63)) return false;
  const last = labels.at(-1) ?? '';
  return (
    isNumericHost(labels) || (labels.length > 1 && /^(?:xn--.+|[\p{L}\p{M}]{2,})$/iu.test(last))
  );
};

/**
 * A website as a person types it, in the form X keeps: trimmed, and with `http://` before it where no scheme
 * was typed. Nothing at all is no website, and fine. Errors: why it cannot be an address.
 */
export const readWebsite = (text: string): Result<Website, WebsiteProblem> => {
  const typed = text.trim();
  if (typed === '') return ok({ address: '', isCompleted: false });
  if (/\s/.test(typed)) return err('spaces');
  const hasScheme = /^https?:\/\//i.test(typed);
  if (!hasScheme && /^[a-z][a-z0-9+.-]*:(?!\d{1,5}(?:[/?#]|$))/i.test(typed)) return err('scheme');
  if (/^[^/?#]*@/.test(typed.replace(/^https?:\/\//i, ''))) return err('mail');
  const [, host = '', port] = parts.exec(typed) ?? [];
  const isPort = port === undefined || (Number(port) > 0 && Number(port) < 65_536);
  if (!isHost(host) || !isPort) return err('host');
  return ok({ address: hasScheme ? typed : `http://${typed}`, isCompleted: !hasScheme });
};

/** A website as X keeps it; one that cannot be one is left as it was typed, trimmed. */
export const keptWebsite = (text: string): string => {
  const read = readWebsite(text);
  return read.ok ? read.value.address : text.trim();
};

/** A website as X shows it: without scheme, `www.` and a last slash. */
export const shownWebsite = (text: string): string =>
  text
    .trim()
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '');
