import { useEffect } from 'preact/hooks';
import { parseAsked } from '../../utils/domain/sizes-asked.ts';

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea');

/** Pasted anywhere beside the field, a handle or an address of X is asked for; anything else is left alone. */
export const usePasteAsked = (ask: (text: string) => void): void => {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const isFile = (event.clipboardData?.files.length ?? 0) > 0;
      if (isFile || isTextField(event.target) || !parseAsked(text).ok) return;
      event.preventDefault();
      // The studio would take the address for a picture to frame.
      event.stopImmediatePropagation();
      ask(text);
    };
    document.addEventListener('paste', onPaste, { capture: true });
    return () => document.removeEventListener('paste', onPaste, { capture: true });
  }, [ask]);
};
