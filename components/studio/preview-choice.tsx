import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface PreviewChoiceProps<Id extends string> {
  readonly views: readonly { readonly id: Id; readonly name: string }[];
  readonly view: Id;
  readonly onView: (view: Id) => void;
}

/** Radio buttons that look like one: the arrow keys go between them without more ado. */
const PreviewChoice = <Id extends string>({ views, view, onView }: PreviewChoiceProps<Id>) => {
  const name = useId();
  return (
    <div class="segments" role="radiogroup" aria-labelledby="previews-title">
      {views.map((item) => (
        <label key={item.id} class={`segments__item segments__item--${item.id}`}>
          <input
            class="visually-hidden"
            type="radio"
            name={name}
            value={item.id}
            checked={item.id === view}
            onChange={() => onView(item.id)}
          />
          <span>{item.name}</span>
        </label>
      ))}
    </div>
  );
};

interface BothLooksProps {
  readonly children: (look: 'light' | 'dark') => ComponentChildren;
}

/** The same on X's light and on its dark page, side by side. The second is for the eye only. */
export const BothLooks = ({ children }: BothLooksProps) => (
  <>
    <div class="look look--light">{children('light')}</div>
    <div class="look look--dark" aria-hidden="true">
      {children('dark')}
    </div>
  </>
);

interface PreviewSectionProps<Id extends string> extends PreviewChoiceProps<Id> {
  /** Whether there is nothing to show yet. */
  readonly isEmpty: boolean;
  readonly children: ComponentChildren;
}

/** Previews under one heading, of which one at a time is chosen to be seen. */
export const PreviewSection = <Id extends string>(props: PreviewSectionProps<Id>) => (
  <section class="previews" aria-labelledby="previews-title" data-empty={props.isEmpty}>
    <h2 class="previews__title" id="previews-title">
      How X will show it
    </h2>
    <PreviewChoice views={props.views} view={props.view} onView={props.onView} />
    <div class={`previews__panel previews__panel--${props.view}`}>{props.children}</div>
  </section>
);
