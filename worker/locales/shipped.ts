import type { OwnLocale } from '../../widget/locales/texts.ts';
import ar from './ar.ts';
import da from './da.ts';
import de from './de.ts';
import en from './en.ts';
import es from './es.ts';
import fi from './fi.ts';
import fr from './fr.ts';
import it from './it.ts';
import nb from './nb.ts';
import nl from './nl.ts';
import { ownLocaleFor } from './own.ts';
import pl from './pl.ts';
import sv from './sv.ts';
import type { Texts } from './texts.ts';

/** The texts that ship with the server, by language. */
export const shipped: Record<OwnLocale, Texts> = { ar, da, de, en, es, fi, fr, it, nb, nl, pl, sv };

/** Returns the shipped texts for a language tag: `da-DK` → `da`, `no` and `nn` → `nb`, else English. */
export const textsIn = (locale: string): Texts => shipped[ownLocaleFor(locale)];
