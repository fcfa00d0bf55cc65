import arAccount from '../../widget/preferences/words/account/ar.ts';
import daAccount from '../../widget/preferences/words/account/da.ts';
import deAccount from '../../widget/preferences/words/account/de.ts';
import enAccount from '../../widget/preferences/words/account/en.ts';
import esAccount from '../../widget/preferences/words/account/es.ts';
import fiAccount from '../../widget/preferences/words/account/fi.ts';
import frAccount from '../../widget/preferences/words/account/fr.ts';
import itAccount from '../../widget/preferences/words/account/it.ts';
import nbAccount from '../../widget/preferences/words/account/nb.ts';
import nlAccount from '../../widget/preferences/words/account/nl.ts';
import plAccount from '../../widget/preferences/words/account/pl.ts';
import svAccount from '../../widget/preferences/words/account/sv.ts';
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
import type { AccountWords, Words } from '../../widget/preferences/words/words.ts';
import { ownLocaleFor } from './own.ts';

const words = { ar, da, de, en, es, fi, fr, it, nb, nl, pl, sv };

const accountWords = {
  ar: arAccount,
  da: daAccount,
  de: deAccount,
  en: enAccount,
  es: esAccount,
  fi: fiAccount,
  fr: frAccount,
  it: itAccount,
  nb: nbAccount,
  nl: nlAccount,
  pl: plAccount,
  sv: svAccount,
};

/** All words of the preference centre in a locale, the same as the widget's. */
export type PreferenceTexts = Words & AccountWords;

/** Returns the words of the preference centre in a locale. */
export const preferenceTextsIn = (locale: string): PreferenceTexts => {
  const own = ownLocaleFor(locale);
  return { ...words[own], ...accountWords[own] };
};
