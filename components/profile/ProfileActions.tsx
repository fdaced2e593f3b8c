import { useEffect, useRef } from 'preact/hooks';
import { AskFirst } from '../shared/AskFirst.tsx';
import { Icon } from '../shared/Icon.tsx';
import { useServer } from '../shared/server-context.ts';
import { emptyQuestion, savingWords } from './profile-words.ts';
import { type Sheet, unsaved } from './sheet-state.ts';
import type { ProfileActions as Actions } from './use-profile.ts';

interface ProfileActionsProps {
  readonly sheet: Sheet;
  readonly actions: Actions;
  /** The form that saving submits. */
  readonly formId: string;
}

type WithoutForm = Omit<ProfileActionsProps, 'formId'>;

/** Fields would be emptied: it is as easy to go back as to go on. */
const EmptyQuestion = ({ sheet, actions }: WithoutForm) => {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div class="ask" role="group" aria-label="Save without it?">
      <p>{emptyQuestion(sheet.asking)}</p>
      <button
        type="button"
        class="button button--small button--danger"
        onClick={actions.saveEmptied}
      >
        Save
      </button>
      <button type="button" ref={keep} class="button button--small" onClick={actions.keepEditing}>
        Keep editing
      </button>
    </div>
  );
};

/** The way out of where one is: out of the sending, the typing, or what was saved. */
const WayBack = ({ sheet, actions, isChanged }: WithoutForm & { isChanged: boolean }) => {
  if (sheet.sending) {
    return (
      <button
        key="cancel"
        type="button"
        class="button"
        aria-disabled={sheet.isStopping}
        onClick={() => sheet.isStopping || actions.stop()}
      >
        Cancel
      </button>
    );
  }
  if (isChanged) {
    return (
      <AskFirst
        key="discard"
        label="Discard changes"
        question="What you typed goes; Ctrl or ⌘ with Z brings it back."
        yes="Discard"
        quiet
        onYes={actions.discard}
      />
    );
  }
  return sheet.outcome ? (
    <button key="undo" type="button" class="button button--small" onClick={actions.undo}>
      <Icon name="undo" sizePx={14} />
      Undo
    </button>
  ) : null;
};

/** The button that saves is there in every state: whoever pressed it keeps the keyboard's place. */
const Buttons = ({ sheet, actions, formId }: ProfileActionsProps) => {
  const isChanged = Object.keys(unsaved(sheet)).length > 0;
  const isHeld = !isChanged || sheet.sending !== null;
  return (
    <>
      <WayBack key="back" sheet={sheet} actions={actions} isChanged={isChanged} />
      {/* Keyed: a button that is pressed must not become this one before its press is over. */}
      <button
        key="save"
        type="submit"
        form={formId}
        class="button button--primary"
        aria-disabled={isHeld}
      >
        Save profile
      </button>
    </>
  );
};

/** What saving does, how it goes, and the way back. */
export const ProfileActions = ({ sheet, actions, formId }: ProfileActionsProps) => {
  const { say } = useServer();
  const words = say(savingWords(sheet));
  const isChanged = Object.keys(unsaved(sheet)).length > 0;
  const isDone = sheet.outcome !== null && !isChanged;
  return (
    <div class="profile__actions">
      <p class="profile__status" role="status" data-done={isDone && !sheet.sending}>
        {sheet.sending && <span class="spinner" aria-hidden="true" />}
        {isDone && !sheet.sending && <Icon name="check" sizePx={16} />}
        {isChanged && sheet.outcome && !sheet.sending ? '' : words}
      </p>
      {sheet.asking.length > 0 ? (
        <EmptyQuestion sheet={sheet} actions={actions} />
      ) : (
        <Buttons sheet={sheet} actions={actions} formId={formId} />
      )}
    </div>
  );
};
