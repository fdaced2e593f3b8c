import { defineContentScript } from '#imports';
import { createButtonKeeper } from '../../utils/page/button-keeper.ts';
import { createBannerRepainter } from '../../utils/page/repaint-banner.ts';
import { createRepainter, type ChangedNodes } from '../../utils/page/repaint.ts';
import { createSwapButton } from '../../utils/page/swap-button.ts';
import { watchPage } from '../../utils/page/watch-page.ts';
import { askFromPage } from '../../utils/platform/messaging.ts';
import { onPictureNews } from '../../utils/platform/picture-news.ts';

export default defineContentScript({
  matches: ['https://x.com/*', 'https://twitter.com/*'],
  runAt: 'document_idle',
  main({ signal }) {
    const openStudio = async (): Promise<void> => {
      const handle = keeper.handle();
      if (handle === null) return;
      button.say('busy');
      const answer = await askFromPage('studio.open', { handle });
      const gone = !answer.ok && answer.error.kind === 'unreachable';
      button.say(gone ? 'unreachable' : 'ready');
    };
    const button = createSwapButton(() => void openStudio());
    const keeper = createButtonKeeper(button);
    const repainter = createRepainter(document);
    const banners = createBannerRepainter(document);

    const onNodes = (nodes: ChangedNodes): void => {
      repainter.look(nodes);
      banners.look(nodes);
      keeper.mend();
    };
    watchPage({ onNodes, onFrame: keeper.check }, signal);
    onPictureNews((news) => {
      if (news.kind === 'banner') banners.show(news);
      else void repainter.show(news);
    }, signal);
    signal.addEventListener('abort', keeper.remove, { once: true });
  },
});
