import { html, nothing } from 'lit';
import { purpose } from '../consent/purpose.ts';
import type { ShownSection } from '../shown.ts';
import { type FieldShowing, field } from './field.ts';

export type SectionShowing = Omit<FieldShowing, 'isHidden' | 'isRequired'> & {
  /** Whether this is the page of the form that the visitor is on. */
  isCurrent: boolean;
  /** Whether conditions are decided as the visitor writes; without JavaScript they can't be. */
  isLive: boolean;
  /** The level of the section's title among the page's headings; 3 when absent. */
  level?: number;
};

/** A page of a form. A field that a condition hides stays in it, so that what it holds isn't lost. */
export const section = ({ section, fields }: ShownSection, showing: SectionShowing) => html`
  <div class="section" ?hidden=${!showing.isCurrent}>
    ${section.title ? html`<h3 aria-level=${showing.level ?? nothing}>${section.title}</h3>` : nothing}
    ${section.intro ? html`<p>${section.intro}</p>` : nothing}
    ${section.fields.map((each) => {
      const isHidden = !fields.includes(each);
      return field(each, {
        ...showing,
        isHidden,
        isRequired:
          !!each.required && !isHidden && (showing.isLive || !(each.when || section.when)),
      });
    })}
    ${section.purposes.map((each) => purpose(each, showing))}
  </div>`;
