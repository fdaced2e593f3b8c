import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { AddAccountState } from './use-add-account.ts';

interface WayFormProps {
  readonly state: AddAccountState;
  /** What the button says. */
  readonly label: string;
  readonly onSubmit: () => Promise<void>;
  /** Stand beside the button. */
  readonly more?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The form of one way to add an account: its fields, and one button that asks the server once. */
export const WayForm = ({ state, label, onSubmit, more, children }: WayFormProps) => {
  const form = useRef<HTMLFormElement>(null);
  const { wrongField, error, busy } = state;
  useEffect(() => {
    if (wrongField)
      form.current?.querySelector<HTMLInputElement>(`[name="${wrongField}"]`)?.focus();
  }, [error, wrongField]);
  const submit = (event: Event) => {
    event.preventDefault();
    if (!busy) void onSubmit();
  };
  return (
    <form class="add__form" ref={form} onSubmit={submit} aria-labelledby="add-title" noValidate>
      {children}
      <div class="add__buttons">
        <button type="submit" class="button button--primary button--large" aria-disabled={busy}>
          {busy && <span class="spinner" aria-hidden="true" />}
          {label}
        </button>
        {more}
      </div>
    </form>
  );
};
