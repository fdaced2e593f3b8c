import { useEffect } from 'preact/hooks';
import type { StudioEvent } from './studio-state.ts';

type Dispatch = (event: StudioEvent) => void;

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type="file"], [type="range"], [type="color"]), textarea');

/** What a key press asks for: Ctrl or Cmd with Z, with Shift and Z, or with Y. */
export const stepForKey = (
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): 'undo' | 'redo' | null => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : null;
};

/** Undo and redo by keyboard, anywhere on the page but in a text field. */
export const useUndoKeys = (dispatch: Dispatch): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const direction = stepForKey(event);
      if (!direction || isTextField(event.target)) return;
      event.preventDefault();
      dispatch({ type: 'stepped', direction });
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [dispatch]);
};
