import { div, h } from './dom.ts';

export interface PictureOptions {
  src: string;
  alt: string;
  /** Inline grey that shows until the picture is there (x-dom 0.1). */
  placeholder: string;
  /** Height in percent of the width; 100 unless told. */
  heightPercent?: number;
}

/**
 * A picture the way react-native-web draws one: what is seen is a background, the `img` beside it is
 * there for menus and readers. Whether it loads is learnt from a third, detached image; when that fails
 * both are withdrawn and nothing in the document ever fires `error` for sure (x-dom 0.1, 0.2).
 */
export function picture(options: PictureOptions): HTMLElement {
  const { src, alt, placeholder, heightPercent = 100 } = options;
  const seen = h('div', { class: 'seen', style: `background-image: url("${src}");` });
  const hidden = h('img', { alt, draggable: 'true', src, class: 'css-9pa8cd' });
  const image = h('div', { class: 'image', 'aria-label': alt || null }, seen, hidden);
  const box = h('div', { class: 'box', style: `background-color: ${placeholder};` });
  box.append(h('div', { style: `padding-bottom: ${heightPercent}%;` }), div('fill', image));
  const withdraw = (): void => {
    seen.style.backgroundImage = '';
    hidden.remove();
  };
  const probe = new Image();
  probe.onload = () => box.setAttribute('style', '');
  probe.onerror = withdraw;
  probe.src = src;
  return box;
}
