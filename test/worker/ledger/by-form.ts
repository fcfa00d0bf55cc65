// What is written into the ledger by submitting a form, as a test may call it.
import { expect } from 'vitest';
import { aForm, send } from '../builders.ts';

const purpose = 'e-marketing';
const subscription = 'newsletter';
/** A purpose that asks for no consent. */
const notice = 'sales-and-service';

/** The files of a run share this module, but not what is in the database: each has forms of its own. */
const forms = new Map<string, Promise<string>>();
const formThat = (confirms: boolean): Promise<string> => {
  const name = `${expect.getState().testPath} ${confirms}`;
  const form = forms.get(name) ?? aForm({ confirm: confirms });
  forms.set(name, form);
  return form;
};

/** Makes a writer that submits a form with the purpose ticked or not, and the newsletter with it. */
export const submit =
  (confirms: boolean, ticked: boolean, subscribed: boolean) =>
  async (email: string): Promise<void> => {
    const answer = await send(await formThat(confirms), {
      body: {
        fields: { email },
        purposes: { [purpose]: ticked },
        subscriptions: { [subscribed ? subscription : 'invitations']: ticked },
      },
    });
    if (answer.status !== 201) throw new Error(await answer.text());
  };

const tellingForms = new Map<string, Promise<string>>();

/** Submits a form that tells of one purpose and asks for none. */
export const tell = async (email: string): Promise<void> => {
  const file = expect.getState().testPath ?? '';
  const form =
    tellingForms.get(file) ??
    aForm({
      sections: [
        {
          key: 'a',
          fields: [{ key: 'email', kind: 'email', label: { en: 'E' }, required: true }],
          purposes: [{ purpose: notice }],
        },
      ],
    });
  tellingForms.set(file, form);
  const answer = await send(await form, {
    body: { fields: { email }, purposes: {}, subscriptions: {} },
  });
  if (answer.status !== 201) throw new Error(await answer.text());
};
