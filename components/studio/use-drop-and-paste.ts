import { useEffect, useState } from 'preact/hooks';
import type { SourceProblem, StudioEvent } from './studio-state.ts';
import { addressIn, trayOf } from './tray.ts';
import type { PictureSource } from './use-picture-source.ts';

type Dispatch = (event: StudioEvent) => void;

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type="file"], [type="range"], [type="radio"]), textarea');

/** Takes files, else the address of a picture, else says that there is neither. */
const take = (
  transfer: DataTransfer | null,
  source: PictureSource,
  dispatch: Dispatch,
  nothing: SourceProblem,
): void => {
  const tray = trayOf(transfer?.files);
  if (tray) return source.offer(tray);
  const address = transfer && addressIn(transfer);
  if (address) source.fetch(address);
  else dispatch({ type: 'loadFailed', problem: nothing });
};

/** Ctrl/Cmd+V anywhere on the page takes a picture, or the address of one, from the clipboard. */
export const usePaste = (source: PictureSource, dispatch: Dispatch): void => {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (isTextField(event.target)) return;
      event.preventDefault();
      take(event.clipboardData, source, dispatch, { kind: 'nothingPasted' });
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [source, dispatch]);
};

/** What is dropped anywhere on the page is taken. Says whether something hovers over the page now. */
export const useDrop = (source: PictureSource, dispatch: Dispatch): boolean => {
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      // Without this the browser would open the file in place of the page.
      event.preventDefault();
      setHovering(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setHovering(false);
    };
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      setHovering(false);
      take(event.dataTransfer, source, dispatch, { kind: 'nothingDropped' });
    };
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, [source, dispatch]);
  return hovering;
};
