import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/options.css';
import { Options } from '../../components/options/Options.tsx';
import { createOptionsPorts } from './ports.ts';

const root = document.getElementById('app');
if (root) render(<Options ports={createOptionsPorts()} />, root);
