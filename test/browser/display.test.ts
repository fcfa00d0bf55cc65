import { describe, expect, test } from 'vitest';
import { anEmail, pageWith, recorded, visit } from './visitor.ts';

describe('a pop-up', () => {
  const popup = (trigger: string) =>
    pageWith(
      `<p>Text</p><div style="height:4000px"></div><samtykke-form form="newsletter" display="popup" trigger="${trigger}"></samtykke-form>`,
    );

  test('is opened by any element that names the form, and gives the focus back when it closes', async () => {
    const { page } = await visit('/event.html');
    const opener = page.getByRole('button', { name: 'Hear about the next one' });
    await opener.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Keep me posted' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    await opener.click();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  test.each([
    ['scroll:50', () => scrollTo(0, scrollY === 0 ? 3000 : 0)],
    [
      'exit',
      () => document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY: -1 })),
    ],
  ])('opens on %s, and fetches its form no sooner', async (trigger, act) => {
    const { page, requests } = await visit('/test.html', { html: popup(trigger) });
    await page.waitForLoadState('networkidle');
    expect(requests.some((request) => request.url().includes('/v1/'))).toBe(false);
    // Done again until it is heard: the script that listens may have come only now.
    await expect
      .poll(async () => {
        await page.evaluate(act);
        return page.getByRole('dialog').isVisible();
      })
      .toBe(true);
    await page.getByRole('dialog').getByLabel('Email', { exact: true }).waitFor();
  });

  test('opens after a delay', async () => {
    const { page } = await visit('/test.html', { html: popup('delay:0.2') });
    await page.getByRole('dialog').getByLabel('Email', { exact: true }).waitFor();
  });

  test('records what is decided in it', async () => {
    const { page } = await visit('/test.html', { html: popup('delay:0') });
    const email = anEmail();
    await page.getByLabel('Email', { exact: true }).fill(email);
    await page.getByRole('button', { name: 'Sign me up' }).click();
    await page.getByRole('heading', { name: "You're not signed up" }).waitFor();
    expect(await recorded(email)).toEqual({ 'e-marketing': 'refused' });
  });
});

test('a side tab opens the form', async () => {
  const { page } = await visit('/themed.html');
  const tab = page.getByRole('button', { name: 'News?' });
  const box = await tab.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBe(page.viewportSize()?.width);
  await tab.click();
  await page.getByRole('dialog').getByLabel('Email', { exact: true }).waitFor();
});
