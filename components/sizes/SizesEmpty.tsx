import { Icon } from '../shared/Icon.tsx';
import type { Sizes } from './use-sizes.ts';

/** Before anything was asked: what this is, and an example to press. */
export const SizesEmpty = ({ account, actions }: Pick<Sizes, 'account' | 'actions'>) => (
  <div class="sizes__empty">
    <Icon name="sizes" sizePx={40} />
    <p class="sizes__empty-title">Every size X keeps</p>
    <p>
      X keeps each avatar in eight sizes and each banner in ten. Type a handle such as{' '}
      <b>@{account?.handle ?? 'ada_paints'}</b>, or paste the address of a picture, and see them all
      with their real pixels and weight.
    </p>
    <p>On X, right-click any avatar or banner and choose ‘Avatar sizes’.</p>
    {account ? (
      <button
        type="button"
        class="button button--small"
        onClick={() => actions.ask(`@${account.handle}`)}
      >
        Show @{account.handle}
      </button>
    ) : (
      <p class="sizes__hint">
        A handle is looked up with an account’s keys. The address of a picture needs none.
      </p>
    )}
  </div>
);
