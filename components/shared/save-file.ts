/** Hands a file to the browser to be saved under a name, as a download. */
export const saveFile = (file: Blob, name: string): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file by the next turn; kept longer, the address would hold its memory.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
