import type { Visit } from './visitor.ts';

/** Waits for every form of a page; each is fetched when it comes near. */
export const formsOn = async ({ page }: Visit): Promise<void> => {
  for (const form of await page.locator('samtykke-form:not([display]), samtykke-field').all()) {
    await form.scrollIntoViewIfNeeded();
    await form.getByRole('checkbox').or(form.getByRole('textbox')).first().waitFor();
  }
};
