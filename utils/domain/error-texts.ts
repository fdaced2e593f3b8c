import type { AddAccountError } from './account-errors.ts';
import { apiErrorText, type ErrorText, type Where } from './api-error-texts.ts';
import type { ImageError } from './image-errors.ts';
import type { SwapFailure } from './swap-job.ts';
import { wordsFor, type Words } from './words.ts';

export { addAccountErrorText, keyNames } from './account-error-texts.ts';
export { apiErrorText, type ErrorText, type Where };

/** One line under 'Details': what X or the network said, word for word. */
export interface ErrorDetail {
  readonly label: 'Status' | 'Code' | 'Message' | 'Kind';
  readonly value: string;
}

const settings = 'settings' as const;
const picture = 'picture' as const;

const megabytes = (bytes: number): string =>
  `${Math.max(0.1, Math.round(bytes / 100_000) / 10)} MB`;
const megapixels = (pixels: number): string => `${Math.round(pixels / 1_000_000)} megapixels`;

const imageTexts: Words<ImageError> = {
  emptyFile: () => ({
    text: 'This file is empty.',
    next: 'Choose another picture.',
    where: picture,
  }),
  unreadableFile: () => ({
    text: 'This file can no longer be read; it was moved, deleted or is being changed.',
    next: 'Choose it again where it is now.',
    where: picture,
  }),
  fileTooLarge: ({ bytes, maxBytes }) => ({
    text: `This file is ${megabytes(bytes)}; up to ${megabytes(maxBytes)} can be opened.`,
    next: 'Choose a smaller file.',
    where: picture,
  }),
  notAnImage: () => ({
    text: 'This file is not a picture.',
    next: 'Choose a JPEG, PNG, WebP, AVIF or GIF.',
    where: picture,
  }),
  unreadableFormat: ({ format }) => ({
    text: `Browsers cannot open ${format} pictures.`,
    next: 'Save it as JPEG or PNG, then choose that file.',
    where: picture,
  }),
  tooManyPixels: ({ widthPx, heightPx, maxPixels, maxEdgePx }) => ({
    text:
      Math.max(widthPx, heightPx) > maxEdgePx
        ? `This picture is ${widthPx} × ${heightPx}; its longer side may have up to ${maxEdgePx} pixels.`
        : `This picture has ${megapixels(widthPx * heightPx)}; up to ${megapixels(maxPixels)} can be opened.`,
    next: 'Make it smaller first, or choose another picture.',
    where: picture,
  }),
  decodeFailed: ({ format }) => ({
    text: `This ${format.toUpperCase()} file is damaged and cannot be opened.`,
    next: 'Open it elsewhere, save it again, then choose the new file.',
    where: picture,
  }),
  readingRefused: () => ({
    text: 'This browser does not let Facelift read pictures; a privacy setting forbids it.',
    next: 'Allow reading from canvas in its settings, then choose the picture again.',
    where: picture,
  }),
  encodeFailed: () => ({
    text: 'The browser could not write the finished picture.',
    next: 'Close a few tabs, then choose the picture again.',
    where: picture,
  }),
  overByteLimit: ({ bytes, maxBytes }) => ({
    text: `The finished picture is ${megabytes(bytes)}; X takes up to ${megabytes(maxBytes)}.`,
    next: 'Frame a calmer part, or choose another picture.',
    where: picture,
  }),
  timedOut: () => ({
    text: 'Opening this picture took too long.',
    next: 'Choose a smaller copy of it.',
    where: picture,
  }),
  workerFailed: () => ({
    text: 'The part of Facelift that works on pictures stopped.',
    next: 'Choose the picture again.',
    where: picture,
  }),
  cancelled: () => ({
    text: 'Opening the picture was stopped.',
    next: 'Choose it again whenever you like.',
    where: picture,
  }),
};

/** Words for a picture that could not be opened or made. */
export const imageErrorText = (error: ImageError): ErrorText => wordsFor(imageTexts, error);

const swapTexts: Words<SwapFailure> = {
  api: ({ error }) => apiErrorText(error),
  accountGone: () => ({
    text: 'This account was removed while its picture was on the way.',
    next: 'Add the account again.',
    where: settings,
  }),
  keysUnreadable: () => ({
    text: 'The keys of this account can no longer be read in this browser.',
    next: 'Add the account again; the picture is kept until then.',
    where: settings,
  }),
  pictureGone: () => ({
    text: 'The prepared picture is no longer stored in this browser.',
    next: 'Choose the picture again.',
    where: picture,
  }),
  notShownYet: () => ({
    text: 'X accepted the picture a day ago and still does not show it.',
    next: 'Look at your profile on x.com. If the old picture is still there, choose the new one again.',
    where: 'x',
  }),
};

/**
 * Words for a swap that stopped. Where X had `accepted` the picture before, that is said first: nothing
 * needs to be sent again.
 */
export const swapFailureText = (failure: SwapFailure, accepted = false): ErrorText => {
  const words = wordsFor(swapTexts, failure);
  if (!accepted || failure.kind === 'notShownYet') return words;
  return { ...words, text: `X took the picture, but it could not be seen yet. ${words.text}` };
};

/** What to show under 'Details': raw status, code and message of a call; only the kind for the rest. */
export const errorDetails = (
  failure: SwapFailure | AddAccountError | ImageError,
): readonly ErrorDetail[] => {
  if (!('error' in failure)) return [{ label: 'Kind', value: failure.kind }];
  const { status, code, message, kind } = failure.error;
  return [
    ...(status === null ? [] : [{ label: 'Status' as const, value: String(status) }]),
    ...(code === null ? [] : [{ label: 'Code' as const, value: String(code) }]),
    ...(message === '' ? [] : [{ label: 'Message' as const, value: message }]),
    { label: 'Kind', value: kind },
  ];
};
