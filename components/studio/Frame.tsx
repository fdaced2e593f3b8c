import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type BannerCover, bannerCovers } from '../../utils/domain/banner-cover.ts';
import { boxOnStage, type Box } from '../../utils/domain/crop.ts';
import type { PictureKind } from '../../utils/domain/picture.ts';
import { useSize } from '../shared/hooks.ts';
import { withView, type Edit, type Gesture } from './edit.ts';
import { describeEdit, editAfterKey } from './frame-keys.ts';
import type { Framing } from './framing.ts';
import { useDetail } from './use-detail.ts';
import { useFrameCanvas } from './use-frame-canvas.ts';
import { useFrameGestures } from './use-frame-gestures.ts';

interface FrameProps {
  readonly framing: Framing;
  readonly kind: PictureKind;
  /** True when the control that had the keyboard has just given way to this. */
  readonly takesFocus: boolean;
  readonly onEdit: (edit: Edit, gesture: Gesture) => void;
  /** Controls that lie over the stage. */
  readonly children?: ComponentChildren;
}

const insetPx = 14;
/** Long enough not to speak over someone who keeps a key pressed. */
const announceAfterMs = 600;

/** Says the new place of the frame once it rests. Silent at first. */
const useAnnouncement = ({ crop, edit }: Framing): string => {
  const [words, setWords] = useState('');
  const first = useRef(edit);
  useEffect(() => {
    if (edit === first.current) return;
    const timer = setTimeout(() => setWords(describeEdit(crop, edit)), announceAfterMs);
    return () => clearTimeout(timer);
  }, [crop, edit]);
  return words;
};

/** Whoever chose by the button has lost it: framing is what comes next. Only once, at first. */
const useTakenFocus = (surface: RefObject<HTMLElement | null>, takesFocus: boolean): void => {
  const wanted = useRef(takesFocus);
  useEffect(() => {
    if (wanted.current && document.activeElement === document.body) {
      surface.current?.focus({ preventScroll: true });
    }
  }, [surface]);
};

/** How the keys work: in sentences for those who hear it, in signs for those who see it. */
const KeyHints = () => (
  <>
    <p class="visually-hidden" id="frame-keys">
      Arrow keys move the picture, with Shift ten times as far. Plus and minus zoom, 0 shows as much
      as fits. R turns by a quarter, with Shift the other way; comma and full stop straighten; H and
      V flip.
    </p>
    <p class="stage__keys" aria-hidden="true">
      ← ↑ → ↓ move · + − zoom · R turn · , . straighten · 0 fit
    </p>
  </>
);

/** Where X lays the avatar and a phone its bars over a banner: no place for faces and words. */
const Covered = () => {
  const { desktop, phone } = bannerCovers;
  const circle = ({ avatar }: BannerCover) => ({
    left: `${(avatar.centerX - avatar.radius) * 100}%`,
    top: `${(avatar.centerY - avatar.radius) * 300}%`,
    width: `${avatar.radius * 200}%`,
  });
  return (
    <div class="stage__covered">
      <span class="stage__cover stage__cover--avatar" style={circle(desktop)} />
      <span class="stage__cover stage__cover--avatar" style={circle(phone)} />
      <span class="stage__cover stage__cover--bar" style={{ height: `${phone.topBar * 300}%` }}>
        phones lay bars over this
      </span>
    </div>
  );
};

const FrameLines = ({ box, kind }: { readonly box: Box; readonly kind: PictureKind }) => (
  <div
    class="stage__frame"
    style={{
      left: `${box.x}px`,
      top: `${box.y}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
    }}
    aria-hidden="true"
  >
    <div class="stage__mask" />
    <div class="stage__thirds" />
    {kind === 'banner' && <Covered />}
  </div>
);

/** The stage: the picture is moved and zoomed under a frame that stays where it is. */
export const Frame = ({ framing, kind, takesFocus, onEdit, children }: FrameProps) => {
  const { crop, preview, edit } = framing;
  const { view } = edit;
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useSize(surface);
  const box = useMemo(
    () => boxOnStage(stage ?? { width: 0, height: 0 }, crop.aspect, insetPx),
    [stage, crop.aspect],
  );
  const density = devicePixelRatio || 1;
  const sight = useMemo(
    () => stage && { crop, view, box, stage, density },
    [crop, view, box, stage, density],
  );
  const detail = useDetail(framing, sight);
  // Of all formats only this one knows nothing see-through.
  const mayBeClear = framing.picture.facts.format !== 'jpeg';
  useFrameCanvas({ canvas, preview, detail, mayBeClear, sight });
  const dragging = useFrameGestures({
    surface,
    crop,
    view,
    box,
    onView: (next, gesture) => onEdit(withView(crop, edit, next), gesture),
  });
  const announcement = useAnnouncement(framing);
  useTakenFocus(surface, takesFocus);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = editAfterKey(crop, edit, event);
    if (!next) return;
    event.preventDefault();
    onEdit(next, { key: `key ${event.key}`, atMs: event.timeStamp });
  };

  return (
    <div class={`stage stage--${kind}`} data-dragging={dragging}>
      <div
        ref={surface}
        class="stage__surface"
        role="application"
        aria-roledescription="picture frame"
        aria-label="Frame your picture"
        aria-describedby="frame-keys"
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <canvas ref={canvas} class="stage__canvas" aria-hidden="true" />
        {stage && <FrameLines box={box} kind={kind} />}
      </div>
      <KeyHints />
      <p class="visually-hidden" aria-live="polite">
        {announcement}
      </p>
      {children}
    </div>
  );
};
