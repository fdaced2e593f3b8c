import { useEffect, useState } from 'preact/hooks';
import type { StudioEvent } from './studio-state.ts';
import type { Load } from './use-picture-source.ts';

type Dispatch = (event: StudioEvent) => void;

/** The first picture among files; failing that the first file, whose bytes will tell. */
const pictureAmong = (files: FileList | undefined): File | null => {
  const all = [...(files ?? [])];
  return all.find(({ type }) => type.startsWith('image/')) ?? all[0] ?? null;
};

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type="file"], [type="range"]), textarea');

/** Ctrl/Cmd+V anywhere on the page takes a picture from the clipboard. */
export const usePaste = (load: Load, dispatch: Dispatch): void => {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (isTextField(event.target)) return;
      const file = pictureAmong(event.clipboardData?.files);
      event.preventDefault();
      if (file) void load(file);
      else dispatch({ type: 'loadFailed', problem: { kind: 'nothingPasted' } });
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [load, dispatch]);
};

/** A file dropped anywhere on the page is taken. Says whether something hovers over the page now. */
export const useDrop = (load: Load, dispatch: Dispatch): boolean => {
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
      const file = pictureAmong(event.dataTransfer?.files);
      if (file) void load(file);
      else dispatch({ type: 'loadFailed', problem: { kind: 'nothingDropped' } });
    };
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, [load, dispatch]);
  return hovering;
};
