import { render } from 'preact';
import '../../components/styles/studio-styles.ts';
import './popup.css';
import { Studio } from '../../components/studio/Studio.tsx';
import { warmUp } from '../../utils/image/open-picture.ts';
import { leavePrivatePopup } from '../../utils/platform/pages.ts';
import { resumeSwaps } from '../../utils/platform/resume-swaps.ts';
import { keepUnlockedWhileUsed } from '../../utils/platform/secrets/while-used.ts';
import { createStudioPorts } from '../studio/ports.ts';

const start = (): void => {
  // The worker starts while the person looks for a picture.
  warmUp();
  keepUnlockedWhileUsed(document);
  resumeSwaps();
  const root = document.getElementById('app');
  if (root) render(<Studio ports={createStudioPorts('narrow')} />, root);
};

if (!leavePrivatePopup()) start();
