import { render } from 'preact';
import '../../components/styles/options-styles.ts';
import { Options } from '../../components/options/Options.tsx';
import { keepUnlockedWhileUsed } from '../../utils/platform/secrets/while-used.ts';
import { createOptionsPorts } from './ports.ts';

keepUnlockedWhileUsed(document);
const root = document.getElementById('app');
if (root) render(<Options ports={createOptionsPorts()} />, root);
