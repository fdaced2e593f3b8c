import { focusColour, type NativeLook } from './native-look.ts';
import type { ButtonForm } from './swap-button.ts';

/** X's free space between two buttons of a row, px (x.com, seen 2025-12-07). */
const gapPx = 8;

/**
 * Style of the host. Everything is `!important`: rules of the page's own sheets reach the host, and for
 * it they outrank those inside its shadow root. The overlay form takes no room at all.
 */
export const hostStyle = (look: NativeLook, form: ButtonForm): string => {
  const overlay = form === 'overlay';
  const rules = [
    'all:initial',
    'display:flex',
    'position:relative',
    'flex:none',
    overlay ? 'width:0' : `margin-inline-end:${gapPx}px`,
    `margin-block-end:${look.marginBottomPx}px`,
    `color:${look.text}`,
    `font:700 ${look.fontPx}px/1.3334 ${look.fontFamily}`,
    `--line:${look.border}`,
    `--height:${look.heightPx}px`,
  ];
  return rules.map((rule) => `${rule}!important`).join(';');
};

// Not indented: this text is part of what every page of X has to load.
/** X's outline button: a pill with a thin line, bold label, a breath of colour under the pointer. */
export const buttonSheet = `
button{all:unset;box-sizing:border-box;display:flex;align-items:center;justify-content:center;gap:6px;
height:var(--height);min-width:var(--height);padding:0 16px 0 13px;border:1px solid var(--line);
border-radius:99px;white-space:nowrap;cursor:pointer;transition:background-color .2s}
button:dir(rtl){padding:0 13px 0 16px}
button:hover{background:color-mix(in srgb,currentColor 10%,transparent)}
button:active{background:color-mix(in srgb,currentColor 20%,transparent)}
button:focus-visible{outline:2px solid ${focusColour};outline-offset:1px}
[aria-busy=true]{cursor:progress}
[aria-disabled=true]{cursor:not-allowed}
[aria-disabled=true]>*{opacity:.5}
svg{width:1.25em;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
:host(:not([data-form=full])) span{display:none}
:host(:not([data-form=full])) button{padding:0}
:host([data-form=overlay]) button{position:absolute;inset-inline-end:${gapPx}px}
@media(prefers-reduced-motion:reduce){button{transition:none}}
`;
