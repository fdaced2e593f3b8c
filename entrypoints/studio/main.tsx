import { render } from 'preact';
import '../../components/styles/studio-styles.ts';
import { Studio } from '../../components/studio/Studio.tsx';
import { warmUp } from '../../utils/image/open-picture.ts';
import { studioTargetOf } from '../../utils/platform/pages.ts';
import { resumeSwaps } from '../../utils/platform/resume-swaps.ts';
import { keepUnlockedWhileUsed } from '../../utils/platform/secrets/while-used.ts';
import { createStudioPorts, handedOver } from './ports.ts';

// The worker starts while the person looks for a picture.
warmUp();
keepUnlockedWhileUsed(document);
resumeSwaps();
const {
  handle = null,
  handoffId,
  kind = 'avatar',
  sizesOf = null,
  isPrivate = false,
} = studioTargetOf(location.search);
const initial = handoffId === undefined ? null : handedOver(handoffId, isPrivate);
const root = document.getElementById('app');
if (root) {
  const given = { initial, handle, kind, sizesOf };
  render(<Studio ports={createStudioPorts('wide')} {...given} />, root);
}
