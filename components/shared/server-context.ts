import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { defaultApiBase } from '../../utils/domain/account.ts';
import type { ErrorText } from '../../utils/domain/error-texts.ts';
import { isX, profileAddress, sayServer, serverName } from '../../utils/domain/server.ts';

/** The address of the server that what is shown is about. */
export const ServerContext = createContext<string>(defaultApiBase);

/** Words and links for the server that what is shown is about. */
export const useServer = () => {
  const apiBase = useContext(ServerContext);
  const name = serverName(apiBase);
  const say = (words: string): string => sayServer(words, name);
  return {
    name,
    isX: isX(apiBase),
    /** Words about X, as words about this server. */
    say,
    sayError: (words: ErrorText): ErrorText => ({
      ...words,
      text: say(words.text),
      next: say(words.next),
    }),
    profileOf: (handle: string): string => profileAddress(apiBase, handle),
  };
};
