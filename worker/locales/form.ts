import ar from '../../widget/locales/ar.ts';
import da from '../../widget/locales/da.ts';
import de from '../../widget/locales/de.ts';
import en from '../../widget/locales/en.ts';
import es from '../../widget/locales/es.ts';
import fi from '../../widget/locales/fi.ts';
import fr from '../../widget/locales/fr.ts';
import it from '../../widget/locales/it.ts';
import nb from '../../widget/locales/nb.ts';
import nl from '../../widget/locales/nl.ts';
import pl from '../../widget/locales/pl.ts';
import sv from '../../widget/locales/sv.ts';
import type { Texts } from '../../widget/locales/texts.ts';
import { ownLocaleFor } from './own.ts';

const texts = { ar, da, de, en, es, fi, fr, it, nb, nl, pl, sv };

/** The texts that the widget shows in a locale, so that the server says the same in the same words. */
export const formTextsIn = (locale: string): Texts => texts[ownLocaleFor(locale)];
