// What the demo's company is set up with: its forms, its texts and the links to its privacy statement.
import type { FormDefinition } from '../../worker/contract/definition.ts';
import { Purpose } from '../../worker/lists/store.ts';

/** Saves what the demo is set up with, by the API or by the acts behind it. */
export type Setup = {
  demo: string;
  setting: (key: string, value: unknown) => Promise<unknown>;
  purposes: () => Promise<unknown[]>;
  texts: (
    list: 'purposes' | 'subscription-types',
    key: string,
    locale: string,
    texts: object,
  ) => Promise<unknown>;
  form: (key: string, definition: FormDefinition) => Promise<unknown>;
};

const arabic = {
  title: 'أخبار وعروض بالبريد الإلكتروني',
  approval: 'نعم، أرسلوا إليّ الأخبار والعروض بالبريد الإلكتروني.',
  notice: 'نرسل إليك الأخبار بالبريد الإلكتروني.',
  description:
    'نستخدم عنوان بريدك الإلكتروني لنرسل إليك ما تختاره أدناه ولا شيء غيره، ولا نشاركه مع أحد. يمكنك تغيير رأيك في أي وقت: في كل رسالة رابط يوقفها بالسهولة نفسها التي سجّلت بها.',
  privacyTitle: 'بيان الخصوصية',
};

const arabicSubscriptions = {
  newsletter: { name: 'النشرة الإخبارية', description: '', frequency: 'مرة في الشهر' },
  invitations: { name: 'الدعوات', description: '', frequency: 'عندما نقيم فعالية' },
  'product-news': { name: 'أخبار المنتجات', description: '', frequency: 'عند صدور جديد' },
};

const saveTexts = async ({ demo, purposes, texts }: Setup): Promise<void> => {
  for (const purpose of (await purposes()).map((each) => Purpose.parse(each))) {
    const own = { ...purpose.texts, ...(purpose.key === 'e-marketing' ? { ar: arabic } : {}) };
    for (const [locale, words] of Object.entries(own))
      await texts('purposes', purpose.key, locale, {
        ...words,
        privacyUrl: `${demo}/privacy.html`,
      });
  }
  for (const [key, words] of Object.entries(arabicSubscriptions))
    await texts('subscription-types', key, 'ar', words);
};

/** Publishes the demo's forms for its own origin. Doing it again changes nothing. */
export const seed = async (
  setup: Setup,
  forms: Readonly<Record<string, FormDefinition>>,
): Promise<void> => {
  await setup.setting('sender', { name: 'Æblegård Orchard', address: 'news@orchard.example' });
  await setup.setting('controller', {
    name: 'Æblegård Orchard ApS',
    address: 'Æblevej 1, 8000 Aarhus C, Denmark',
    email: 'privacy@orchard.example',
    url: 'https://orchard.example',
    officer: '',
  });
  await setup.setting('jurisdiction', 'DK');
  await setup.setting('storage', 'European Union (Cloudflare D1)');
  await saveTexts(setup);
  for (const [key, definition] of Object.entries(forms))
    await setup.form(key, { ...definition, origins: [setup.demo] });
};
