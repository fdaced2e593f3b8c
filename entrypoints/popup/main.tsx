import { render } from 'preact';
import '../../components/styles/studio-styles.ts';
import './popup.css';
import { Studio } from '../../components/studio/Studio.tsx';
import { createStudioPorts } from '../studio/ports.ts';

const root = document.getElementById('app');
if (root) render(<Studio ports={createStudioPorts('narrow')} />, root);
