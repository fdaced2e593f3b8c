import { err, ok, type Result } from '../domain/result.ts';
import { avatarsOf, lookUp, type SelectorMissing } from './selectors.ts';

/** Where the button belongs: as first child of `row`, in line with `editButton`, which X owns. */
export interface ButtonPlace {
  readonly row: Element;
  readonly editButton: Element;
}

/** The closest box around both. Posts carry avatars too, so the header is told by what it has in common. */
const commonAncestor = (one: Element, another: Element, limit: Element): Element | null => {
  for (let box = one.parentElement; box && limit.contains(box); box = box.parentElement) {
    if (box.contains(another)) return box;
  }
  return null;
};

/** The header's own face: the avatar whose link opens the picture itself (`/<handle>/photo`, `/nft`). */
const faceOf = (column: Element, handle: string): Element | null => {
  const linked = `:is(a[href="/${handle}/photo" i], a[href="/${handle}/nft" i])`;
  // Accounts without a picture may have a face without a link: then it is the first of theirs.
  return (
    column.querySelector(`${avatarsOf(handle)}:has(${linked})`) ??
    column.querySelector(`${avatarsOf(handle)}:not([data-testid="tweet"] *)`)
  );
};

const isRow = (box: Element): boolean => {
  const { display, flexDirection } = getComputedStyle(box);
  return display.endsWith('flex') && flexDirection.startsWith('row');
};

/** The box in which the edit button stands beside others; the whole actions block where none is a row. */
const rowOf = (editButton: Element, header: Element): Element | null => {
  let actions: Element | null = null;
  for (let box = editButton.parentElement; box && box !== header; box = box.parentElement) {
    if (isRow(box)) return box;
    actions = box;
  }
  return actions;
};

/**
 * Finds the place in the header of one's own profile. Goes by relations, not by class names: the edit
 * link that shares a box with the avatar of `handle`, and the row around that link (x.com, structure
 * seen 2025-12-07 to 2026-08-17). `selectorMissing` names the part that was not there; for a header
 * that is still loading, of somebody else, or seen without a session this is `editProfile`.
 */
export const findButtonPlace = (
  root: ParentNode,
  handle: string,
): Result<ButtonPlace, SelectorMissing> => {
  const columns = lookUp(root, 'primaryColumn');
  if (!columns.ok) return columns;
  const [column] = columns.value;
  const links = lookUp(column, 'editProfile');
  if (!links.ok) return links;
  const face = faceOf(column, handle);
  for (const editButton of face ? links.value : []) {
    const header = face && commonAncestor(editButton, face, column);
    const row = header && rowOf(editButton, header);
    if (row) return ok({ row, editButton });
  }
  return err({ kind: 'selectorMissing', name: 'editProfile' });
};
