import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/notices.css';
import '../../components/styles/fields.css';
import '../../components/styles/security.css';
import '../../components/styles/add-account.css';
import '../../components/styles/options.css';
import { Options } from '../../components/options/Options.tsx';
import { keepUnlockedWhileUsed } from '../../utils/platform/secrets/while-used.ts';
import { createOptionsPorts } from './ports.ts';

keepUnlockedWhileUsed(document);
const root = document.getElementById('app');
if (root) render(<Options ports={createOptionsPorts()} />, root);
