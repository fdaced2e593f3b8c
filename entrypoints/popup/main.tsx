import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/header.css';
import '../../components/styles/studio.css';
import '../../components/styles/frame.css';
import '../../components/styles/result.css';
import '../../components/styles/action.css';
import './popup.css';
import { Studio } from '../../components/studio/Studio.tsx';
import { createStudioPorts } from '../studio/ports.ts';

const root = document.getElementById('app');
if (root) render(<Studio ports={createStudioPorts('narrow')} />, root);
