/** The clipboard takes PNG only. */
const asPng = async (blob: Blob): Promise<Blob> => {
  if (blob.type === 'image/png') return blob;
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/png' });
};

const succeeds = async (work: () => Promise<void>): Promise<boolean> => {
  try {
    await work();
    return true;
  } catch {
    return false;
  }
};

/** Puts a picture into the clipboard, as PNG; false where the browser does not allow it. On a click. */
export const copyPicture = (blob: Blob): Promise<boolean> =>
  succeeds(() =>
    // Browsers want the call at once, while the click counts; the picture may come later.
    navigator.clipboard.write([new ClipboardItem({ 'image/png': asPng(blob) })]),
  );

/** Puts a text into the clipboard; false where the browser does not allow it. On a click. */
export const copyText = (text: string): Promise<boolean> =>
  succeeds(() => navigator.clipboard.writeText(text));
