import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fieldProblem, isBarring } from '../../utils/domain/profile-changes.ts';
import { type ProfileField as Field, profileFields } from '../../utils/domain/profile-fields.ts';
import { useServer } from '../shared/server-context.ts';
import { completedWords, counterOf, problemWords } from './profile-words.ts';
import type { Sheet } from './sheet-state.ts';

interface ProfileFieldProps {
  readonly field: Field;
  readonly sheet: Sheet;
  readonly isConflict: boolean;
  readonly onText: (text: string) => void;
  readonly onSettle: (by: 'x' | 'person') => void;
}

/** As high as its text, without a bar to scroll by. */
const useGrowing = (ref: RefObject<HTMLTextAreaElement | null>, text: string): void => {
  useLayoutEffect(() => {
    const area = ref.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  }, [ref, text]);
};

interface InputProps {
  readonly id: string;
  readonly field: Field;
  readonly text: string;
  readonly isInvalid: boolean;
  readonly isHeld: boolean;
  readonly describedBy: string;
  readonly pointsAt: object | null;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
}

const Input = (props: InputProps) => {
  const { field, text, pointsAt, onText } = props;
  const line = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useGrowing(area, text);
  useLayoutEffect(() => {
    if (pointsAt) (line.current ?? area.current)?.focus();
  }, [pointsAt]);
  const common = {
    id: props.id,
    class: 'field__input',
    value: text,
    'aria-invalid': props.isInvalid,
    'aria-describedby': props.describedBy,
    readOnly: props.isHeld,
    autoComplete: 'off',
    onBlur: props.onLeave,
  };
  return field === 'description' ? (
    <textarea
      {...common}
      ref={area}
      rows={3}
      onInput={(event) => onText(event.currentTarget.value)}
    />
  ) : (
    <input
      {...common}
      ref={line}
      type="text"
      inputMode={field === 'url' ? 'url' : 'text'}
      spellcheck={field !== 'url'}
      onInput={(event) => onText(event.currentTarget.value)}
    />
  );
};

/** X changed the field while it was edited here: both texts, and which one is to stay. */
const Conflict = ({ now, onSettle }: { now: string } & Pick<ProfileFieldProps, 'onSettle'>) => {
  const { name, say } = useServer();
  return (
    <div class="profile-field__conflict">
      <p>
        {say('On X this has changed meanwhile')}
        {now === '' ? ': it is empty now.' : ' to:'}
      </p>
      {now !== '' && <blockquote>{now}</blockquote>}
      <div class="profile-field__choice">
        <button type="button" class="button button--small" onClick={() => onSettle('person')}>
          Keep mine
        </button>
        <button type="button" class="button button--small" onClick={() => onSettle('x')}>
          Use {name}’s
        </button>
      </div>
    </div>
  );
};

/** One text of a profile: its label, how much of it is used, and what is to be said of it. */
export const ProfileField = (props: ProfileFieldProps) => {
  const { field, sheet, isConflict, onText, onSettle } = props;
  const id = useId();
  const { say } = useServer();
  const [isLeft, setLeft] = useState(false);
  const text = sheet.typed?.text[field] ?? '';
  const counter = counterOf(field, text, sheet.limits);
  const problem = fieldProblem(field, text, sheet.limits);
  // An address is not called wrong while it is still being typed.
  const isShown = problem !== null && (problem.kind !== 'website' || isLeft);
  const limit = sheet.limits[field];
  const completed = field === 'url' ? completedWords(text) : null;
  const pointsAt = sheet.pointsAt?.field === field ? sheet.pointsAt : null;
  return (
    <div class="profile-field" data-field={field}>
      <div class="profile-field__head">
        <label for={id}>{profileFields[field].label}</label>
        <span class="profile-field__counter" data-over={counter.isOver} aria-hidden="true">
          {counter.shown}
        </span>
      </div>
      <Input
        id={id}
        field={field}
        text={text}
        isInvalid={isShown && isBarring(problem)}
        isHeld={sheet.sending !== null}
        describedBy={`${id}-notes ${id}-counter`}
        pointsAt={pointsAt}
        onText={(typed) => {
          setLeft(false);
          onText(typed);
        }}
        onLeave={() => setLeft(true)}
      />
      <span id={`${id}-counter`} class="visually-hidden">
        {counter.said}
      </span>
      <div id={`${id}-notes`} class="profile-field__notes" aria-live="polite">
        {limit !== undefined && (
          <p class="profile-field__limit" data-over={counter.isOver}>
            {say(`X takes at most ${limit} characters here.`)}
          </p>
        )}
        {isShown && (
          <p class="profile-field__problem" data-barring={isBarring(problem)}>
            {say(problemWords(field, problem, sheet.limits))}
          </p>
        )}
        {!isShown && completed && <p>{completed}</p>}
      </div>
      {isConflict && <Conflict now={sheet.now?.[field] ?? ''} onSettle={onSettle} />}
    </div>
  );
};
