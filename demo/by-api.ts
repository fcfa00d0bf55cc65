import type { Setup } from './company/seed.ts';

/** Sets the demo up through the API of a running Worker. */
export const byApi = (worker: string, demo: string, token: string): Setup => {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const put = async (path: string, body: unknown): Promise<void> => {
    const response = await fetch(`${worker}${path}`, {
      method: 'PUT',
      headers,
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`PUT ${path}: ${response.status} ${await response.text()}`);
  };
  return {
    demo,
    setting: (key, value) => put(`/v1/settings/${key}`, value),
    purposes: async () => {
      const response = await fetch(`${worker}/v1/purposes`, { headers });
      const { purposes } = (await response.json()) as { purposes: unknown[] };
      return purposes;
    },
    texts: (list, key, locale, texts) => put(`/v1/${list}/${key}/texts/${locale}`, texts),
    form: (key, definition) => put(`/v1/forms/${key}`, definition),
  };
};
