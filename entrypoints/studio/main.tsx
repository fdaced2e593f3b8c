import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/header.css';
import '../../components/styles/studio.css';
import '../../components/styles/frame.css';
import '../../components/styles/result.css';
import '../../components/styles/action.css';
import { Studio } from '../../components/studio/Studio.tsx';
import { studioTargetOf } from '../../utils/platform/pages.ts';
import { createStudioPorts, handedOver } from './ports.ts';

const { handle = null, handoffId } = studioTargetOf(location.search);
const initial = handoffId === undefined ? null : handedOver(handoffId);
const root = document.getElementById('app');
if (root) {
  render(<Studio ports={createStudioPorts('wide')} initial={initial} handle={handle} />, root);
}
