import { useEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';

interface AskFirstProps {
  /** What the first button says. */
  readonly label: string;
  /** Its accessible name, where the label alone does not say what it is about. */
  readonly name?: string;
  /** What is lost. */
  readonly question: ComponentChildren;
  readonly yes: string;
  readonly quiet?: boolean;
  readonly disabled?: boolean;
  readonly onYes: () => void;
}

/** A button for what cannot be taken back: it takes two presses, and the second is as easy not to make. */
export const AskFirst = (props: AskFirstProps) => {
  const { label, name = label, question, yes, quiet = false, disabled = false, onYes } = props;
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (asking) keep.current?.focus();
    else if (wasAsking.current) first.current?.focus();
    wasAsking.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <button
        type="button"
        ref={first}
        class={quiet ? 'button button--quiet button--small' : 'button button--danger'}
        aria-label={name}
        aria-disabled={disabled}
        onClick={() => !disabled && setAsking(true)}
      >
        {label}
      </button>
    );
  }
  return (
    <div class="ask" role="group" aria-label={`${name}?`}>
      <p>{question}</p>
      <button
        type="button"
        class="button button--small button--danger"
        onClick={() => {
          setAsking(false);
          onYes();
        }}
      >
        {yes}
      </button>
      <button
        type="button"
        ref={keep}
        class="button button--small"
        onClick={() => setAsking(false)}
      >
        Keep
      </button>
    </div>
  );
};
