// What marketers add now and then: headings, texts, images, ratings, and files; fetched by forms that have them.
import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '../../worker/contract/form.ts';
import type { Problem } from '../../worker/contract/problem.ts';
import { formAddress } from '../address.ts';
import { errorOf } from '../consent/purpose.ts';
import { fill } from '../locales/texts.ts';
import type { Outcome } from '../sending.ts';
import { described, type FieldShowing, helpOf, labelled } from './field.ts';
import type { FormInPage } from './state.ts';

const image = ({ value = '', label }: Field, { host }: FieldShowing): TemplateResult => {
  const [hash, size = ''] = value.split('-');
  const [width, height] = size.split('x');
  return html`<img part="image" src="${host}image/${hash}" alt=${label} width=${width} height=${height}>`;
};

/** Points in a row; each can be reached by the arrow keys. */
const rating = (
  field: Field,
  name: string,
  { given, errors, isRequired, ...showing }: FieldShowing,
  label: TemplateResult,
): TemplateResult => html`
  <fieldset class="rating" role="radiogroup" aria-required=${field.required ? 'true' : nothing}
    aria-invalid=${errors[name] ? 'true' : nothing}
    aria-describedby=${described(name, field, { ...showing, given, errors })}>
    <legend>${label}</legend>
    ${helpOf(name, field)}
    <div class="buttons">${field.options?.map(
      ({ value, label }) => html`
        <label class="box"><input type="radio" name=${name} value=${value} ?required=${isRequired}
          ?checked=${given[name]?.includes(value)}><span>${label}</span></label>`,
    )}</div>
    ${errorOf(name, { ...showing, given, errors })}
  </fieldset>`;

/** How large the file of a field may be, in MB. */
const mostOf = ({ max }: Field): number => Number(max ?? 5);

const typesIn = ({ value = '' }: Field): string[] => value.split(',').filter(Boolean);

/** Says what is wrong with a chosen file as soon as it is chosen; what the Worker refuses it says too. */
const judge = (field: Field, input: HTMLInputElement): void => {
  const [file] = input.files ?? [];
  const { files } =
    (input.getRootNode() as ShadowRoot & { host: FormInPage }).host.definition ?? {};
  const types = typesIn(field);
  const ending = file?.name.split('.').pop()?.toLowerCase() ?? '';
  const isOther = file && types[0] && !types.includes(ending);
  const isLarge = file && file.size > mostOf(field) * 1e6;
  const wrong = isOther ? files?.type : isLarge ? files?.large : undefined;
  input.setCustomValidity(wrong ? fill(wrong, { n: mostOf(field), types: types.join(', ') }) : '');
};

const fileInput = (field: Field, name: string, showing: FieldShowing): TemplateResult => html`
  <input part="input" type="file" id=${name} name=${name} ?required=${showing.isRequired}
    accept=${
      typesIn(field)
        .map((type) => `.${type}`)
        .join() || nothing
    }
    aria-invalid=${showing.errors[name] ? 'true' : nothing}
    aria-describedby=${described(name, field, showing)}
    @change=${({ target }: Event) => judge(field, target as HTMLInputElement)}>`;

/** The field with what its file may be, which is said before one is chosen. */
const withLimits = (field: Field, { files }: FieldShowing): Field => {
  const types = typesIn(field);
  const limits = files && [files.large, ...(types[0] ? [files.type] : [])].join(' ');
  const help = limits && fill(limits, { n: mostOf(field), types: types.join(', ') });
  return { ...field, help: [field.help, help].filter(Boolean).join(' ') };
};

const file = (
  plain: Field,
  name: string,
  showing: FieldShowing,
  label: TemplateResult,
): TemplateResult => {
  const field = withLimits(plain, showing);
  return labelled(field, name, showing, label, fileInput(field, name, showing));
};

/** The template of an element; undefined for a field of another kind. */
export const element = (
  field: Field,
  name: string,
  showing: FieldShowing,
  label: TemplateResult,
): TemplateResult | undefined => {
  switch (field.kind) {
    case 'heading':
      return html`<h3>${field.label}</h3>`;
    case 'paragraph':
      return html`<p class="text">${field.label}</p>`;
    case 'image':
      return image(field, showing);
    case 'rating':
      return rating(field, name, showing, label);
    case 'file':
      return file(field, name, showing, label);
    default:
      return undefined;
  }
};

/** What stands for a file that was sent once, so that another try does not send it again. */
const sent = new WeakMap<File, string>();

const send = async (
  { host, formKey }: FormInPage,
  key: string,
  file: File,
): Promise<Outcome | undefined> => {
  const answer = await fetch(
    `${formAddress(host, formKey)}/files/${key}?name=${encodeURIComponent(file.name)}`,
    { method: 'POST', body: file },
  ).catch(() => undefined);
  const body = await answer?.json().catch(() => undefined);
  if (answer?.ok) sent.set(file, body.id);
  else return { is: 'failed', why: whyOf(answer?.status), problem: body as Problem };
};

const whyOf = (status: number | undefined) => {
  if (status === 422 || status === 413) return 'refused';
  return status === 429 ? 'busy' : 'failed';
};

/** Sends the chosen files, and puts what stands for them into the answers. Returns why one was not taken. */
export const upload = async (
  form: FormInPage,
  answers: Record<string, string | string[]>,
): Promise<Outcome | undefined> => {
  for (const input of form.renderRoot.querySelectorAll<HTMLInputElement>('[type=file]')) {
    const [file] = input.files ?? [];
    const key = input.name.slice(7);
    if (!file || !(key in answers)) continue;
    const failed = sent.has(file) ? undefined : await send(form, key, file);
    if (failed) return failed;
    answers[key] = sent.get(file) ?? '';
  }
};
