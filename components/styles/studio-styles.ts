import './tokens.css';
import './base.css';
import './header.css';
import './studio.css';
import './frame.css';
import './tools.css';
import './result.css';
import './action.css';
