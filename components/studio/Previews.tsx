import { avatarPreviewPx } from '../../utils/domain/limits.ts';
import { useObjectUrl } from '../shared/hooks.ts';

interface PreviewsProps {
  /** The very file that will be sent. */
  readonly blob: Blob | null;
}

/** The file that will be sent, in the sizes and the circle X shows it in. */
export const Previews = ({ blob }: PreviewsProps) => {
  const url = useObjectUrl(blob);
  return (
    <section class="previews" aria-labelledby="previews-title" data-empty={url === null}>
      <h2 class="previews__title" id="previews-title">
        How X will show it
      </h2>
      {avatarPreviewPx.map((sizePx) => (
        <figure key={sizePx} class={`preview preview--${sizePx}`}>
          <span class="preview__circle">
            {url && <img src={url} alt={`As X shows it at ${sizePx} pixels`} draggable={false} />}
          </span>
          <figcaption>
            {sizePx} px{sizePx === 400 && <span class="preview__scale">, at a quarter</span>}
          </figcaption>
        </figure>
      ))}
    </section>
  );
};
