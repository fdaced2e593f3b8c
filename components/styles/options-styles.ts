import './tokens.css';
import './base.css';
import './notices.css';
import './fields.css';
import './security.css';
import './add-account.css';
import './options.css';
