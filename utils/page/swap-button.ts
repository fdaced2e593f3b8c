import { ownMark } from './avatar-layers.ts';
import type { NativeLook } from './native-look.ts';
import { buttonSheet, hostStyle } from './swap-button-style.ts';

/**
 * What the button has to say. `busy`: the press is being answered. `unreachable`: the extension was
 * updated or removed, and this page's copy of it can no longer do anything.
 */
export type ButtonState = 'ready' | 'busy' | 'unreachable';

/** `full`: picture and words; `compact`: picture only; `overlay`: as compact, taking no room in the row. */
export type ButtonForm = 'full' | 'compact' | 'overlay';

export interface SwapButton {
  /** The one node that stands in X's page. */
  readonly host: HTMLElement;
  dress(look: NativeLook): void;
  setForm(form: ButtonForm): void;
  say(state: ButtonState): void;
}

/** All hosts of this button, those of an earlier copy of the extension included. */
export const buttonHosts = `[${ownMark}="button"]`;

const label = 'Swap avatar';
const reloadHint = 'Reload this tab to use Facelift';

// Two arrows that turn around a face.
const iconPath =
  'M4.5 14a7.8 7.8 0 0 1 13.2-7.3M18 3v4h-4M19.5 10a7.8 7.8 0 0 1-13.2 7.3M6 21v-4h4M12 10.4a1.6 1.6 0 1 0 .01 0';

const createIcon = (): SVGElement => {
  const svg = 'http://www.w3.org/2000/svg';
  const icon = document.createElementNS(svg, 'svg');
  const shape = document.createElementNS(svg, 'path');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  shape.setAttribute('d', iconPath);
  icon.append(shape);
  return icon;
};

/** X listens on the document for clicks and single keys; a press meant for us must not reach it. */
const keepToItself = (event: Event): void => {
  if (!(event instanceof KeyboardEvent) || event.key === 'Enter' || event.key === ' ') {
    event.stopPropagation();
  }
};

/**
 * Makes the button, not yet in the page. It lives in an open shadow root, so that X's style sheets and
 * ours cannot meet. `onPress` is called for a person's click, Enter or
 * space, not for one that a script makes, and not again while `busy`.
 */
export const createSwapButton = (onPress: () => void): SwapButton => {
  const host = document.createElement('div');
  const style = document.createElement('style');
  const button = document.createElement('button');
  const words = document.createElement('span');
  let state: ButtonState;
  let look: NativeLook;
  let form: ButtonForm = 'full';

  const say = (next: ButtonState): void => {
    state = next;
    const name = state === 'unreachable' ? reloadHint : label;
    button.ariaLabel = name;
    button.title = name === label && form === 'full' ? '' : name;
    button.ariaBusy = String(state === 'busy');
    button.ariaDisabled = String(state === 'unreachable');
  };
  const restyle = (): void => {
    host.style.cssText = hostStyle(look, form);
    host.dataset['form'] = form;
    say(state);
  };

  host.setAttribute(ownMark, 'button');
  for (const type of ['click', 'keydown', 'keyup']) host.addEventListener(type, keepToItself);
  style.textContent = buttonSheet;
  words.textContent = label;
  button.type = 'button';
  button.append(createIcon(), words);
  // Presses of a person only: the page reaches the button, and could press it for them.
  button.addEventListener('click', ({ isTrusted }) => {
    if (isTrusted && state !== 'busy') onPress();
  });
  host.attachShadow({ mode: 'open' }).append(style, button);
  say('ready');
  return {
    host,
    say,
    dress(next) {
      look = next;
      restyle();
    },
    setForm(next) {
      form = next;
      restyle();
    },
  };
};
