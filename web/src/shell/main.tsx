import '../look/theme.css';
import '../look/ds.css';
import '../look/house.css';
import '../look/parts.css';
import '../look/form.css';
import '../look/pages.css';
import '../look/print.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { firstLanguage, loadLanguage } from './language.ts';

void loadLanguage(firstLanguage()).then(() => render(<App />, document.getElementById('house')!));
