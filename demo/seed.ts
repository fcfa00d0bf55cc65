// Puts the demo's forms and privacy links into a running Worker, through its own API.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FormDefinition } from '../worker/contract/definition.ts';
import { Purpose } from '../worker/lists/store.ts';

export type Seeding = { worker: string; demo: string; token: string };

const put = async ({ worker, token }: Seeding, path: string, body: unknown): Promise<void> => {
  const response = await fetch(`${worker}${path}`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`PUT ${path}: ${response.status} ${await response.text()}`);
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

const putSubscriptionTypes = async (seeding: Seeding): Promise<void> => {
  for (const [key, texts] of Object.entries(arabicSubscriptions))
    await put(seeding, `/v1/subscription-types/${key}/texts/ar`, texts);
};

const putPurposes = async (seeding: Seeding): Promise<void> => {
  const response = await fetch(`${seeding.worker}/v1/purposes`, {
    headers: { Authorization: `Bearer ${seeding.token}` },
  });
  const { purposes } = (await response.json()) as { purposes: unknown[] };
  for (const purpose of purposes.map((each) => Purpose.parse(each))) {
    const texts = { ...purpose.texts, ...(purpose.key === 'e-marketing' ? { ar: arabic } : {}) };
    for (const [locale, words] of Object.entries(texts))
      await put(seeding, `/v1/purposes/${purpose.key}/texts/${locale}`, {
        ...words,
        privacyUrl: `${seeding.demo}/privacy.html`,
      });
  }
};

/** Publishes the demo's forms for its own origin. Doing it again changes nothing. */
export const seed = async (seeding: Seeding): Promise<void> => {
  await put(seeding, '/v1/settings/sender', {
    name: 'Æblegård Orchard',
    address: 'news@orchard.example',
  });
  await putPurposes(seeding);
  await putSubscriptionTypes(seeding);
  const folder = join(import.meta.dirname, 'forms');
  for (const file of await readdir(folder)) {
    const definition = FormDefinition.parse(JSON.parse(await readFile(join(folder, file), 'utf8')));
    await put(seeding, `/v1/forms/${file.replace('.json', '')}`, {
      ...definition,
      origins: [seeding.demo],
    });
  }
};
