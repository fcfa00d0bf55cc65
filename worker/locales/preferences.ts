import ar from '../../widget/preferences/words/ar.ts';
import da from '../../widget/preferences/words/da.ts';
import de from '../../widget/preferences/words/de.ts';
import en from '../../widget/preferences/words/en.ts';
import es from '../../widget/preferences/words/es.ts';
import fi from '../../widget/preferences/words/fi.ts';
import fr from '../../widget/preferences/words/fr.ts';
import it from '../../widget/preferences/words/it.ts';
import nb from '../../widget/preferences/words/nb.ts';
import nl from '../../widget/preferences/words/nl.ts';
import pl from '../../widget/preferences/words/pl.ts';
import sv from '../../widget/preferences/words/sv.ts';
import type { Words } from '../../widget/preferences/words/words.ts';
import { ownLocaleFor } from './own.ts';

const words = { ar, da, de, en, es, fi, fr, it, nb, nl, pl, sv };

/** The words of the preference centre in a locale, the same as the widget's. */
export const preferenceTextsIn = (locale: string): Words => words[ownLocaleFor(locale)];
