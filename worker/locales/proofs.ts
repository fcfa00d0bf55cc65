import type { OwnLocale } from '../../widget/locales/texts.ts';
import { ownLocaleFor } from './own.ts';
import ar from './proof/ar.ts';
import da from './proof/da.ts';
import de from './proof/de.ts';
import en from './proof/en.ts';
import es from './proof/es.ts';
import fi from './proof/fi.ts';
import fr from './proof/fr.ts';
import it from './proof/it.ts';
import nb from './proof/nb.ts';
import nl from './proof/nl.ts';
import pl from './proof/pl.ts';
import sv from './proof/sv.ts';
import type { ProofTexts } from './proof/texts.ts';

/** The texts around proofs, by language. */
export const proofTexts: Record<OwnLocale, ProofTexts> = {
  ar,
  da,
  de,
  en,
  es,
  fi,
  fr,
  it,
  nb,
  nl,
  pl,
  sv,
};

/** Returns the texts around proofs for a language tag. */
export const proofTextsIn = (locale: string): ProofTexts => proofTexts[ownLocaleFor(locale)];
