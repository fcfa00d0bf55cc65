import { Hono } from 'hono';
import { Draft } from '../../contract/draft.ts';
import { beginDraft, publishDraft, readDraft, saveDraft } from '../../forms/draft.ts';
import { listDrafts, listForms } from '../../forms/list.ts';
import { checkPage } from '../../forms/page-check.ts';
import { readVersion } from '../../forms/store.ts';
import { warningsOf } from '../../forms/warnings.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { knownBrand } from '../../settings/known-brand.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import type { Submitted } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { requireRight } from '../kit/guard.ts';
import { readNames } from '../kit/names.ts';
import { Badge, EmptyState, Table, Time } from '../kit/parts.tsx';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words.ts';
import { Editor } from './editor.tsx';
import { embedPage } from './embed.tsx';
import { initialDraft, showNew } from './new.tsx';
import { changed, draftFrom } from './posted.ts';
import { Display, previewPage } from './preview.ts';
import { statisticsPage } from './statistics.tsx';
import { FormTabs } from './tabs.tsx';
import { versionsPage } from './versions.tsx';
import { formWords } from './words.ts';

const formKey = (c: ConsoleContext): string => c.req.param('key') ?? '';

const draftOf = async (c: ConsoleContext): Promise<Draft> => {
  const kept = await readDraft(c.get('db'), formKey(c));
  if (!kept) throw new ProblemError('not-found');
  return kept.draft;
};

const showEditor = async (
  c: ConsoleContext,
  draft: Draft,
  {
    locale = draft.locale,
    submitted = {},
    what,
  }: { locale?: string; submitted?: Submitted; what?: string } = {},
) => {
  const words = wordsOf(c);
  const form = formKey(c);
  const [names, brand] = await Promise.all([
    readNames(c.get('db'), localeOf(c)),
    knownBrand(c.get('db')),
  ]);
  const editing = {
    ...{ c, form, draft, names, submitted },
    locale: draft.locales.includes(locale) ? locale : draft.locale,
    warnings: warningsOf(draft, names.lists, brand),
  };
  return show(
    c,
    {
      title: draft.title?.[draft.locale] || form,
      back: ['/forms', words.forms],
      actions: <FormTabs c={c} form={form} />,
      children: <Editor editing={editing} />,
      message: what,
    },
    submitted.errors ? 422 : 200,
  );
};

/** Forms: written with a preview beside, published, put on a site, counted. */
export const formScreens = new Hono<ConsoleApp>()
  .use(requireRight('forms'))
  .get('/', async (c) => {
    const words = wordsOf(c);
    const own = localised(c, formWords);
    const [forms, drafts] = await Promise.all([listForms(c.get('db')), listDrafts(c.get('db'))]);
    return show(c, {
      title: words.forms,
      actions: (
        <a class="main button" href="/console/forms/new">
          {own.new}
        </a>
      ),
      children: (
        <>
          <p class="intro">{own.intro}</p>
          {forms.length + drafts.length === 0 ? (
            <EmptyState title={own.none}>
              <p>{own.noneText}</p>
              <a class="main button" href="/console/forms/new">
                {own.new}
              </a>
            </EmptyState>
          ) : (
            <Table
              label={words.forms}
              head={[
                words.name,
                words.state,
                own.version.replace(' {n}', ''),
                own.submissionsCount,
                own.changed,
              ]}
            >
              {drafts.map((key) => (
                <tr>
                  <td>
                    <a href={`/console/forms/${key}`}>{key}</a>
                  </td>
                  <td>
                    <Badge is="warn">{own.draft}</Badge>
                  </td>
                  <td />
                  <td />
                  <td />
                </tr>
              ))}
              {forms.map((form) => (
                <tr>
                  <td>
                    <a href={`/console/forms/${form.key}`}>{form.name}</a>{' '}
                    <code class="help">{form.key}</code>
                  </td>
                  <td>
                    <Badge is={form.isOpen ? 'good' : 'off'}>
                      {form.isOpen ? own.open : own.closed}
                    </Badge>{' '}
                    {form.isDrafted ? <Badge is="warn">{own.drafted}</Badge> : null}
                  </td>
                  <td class="number">{form.version}</td>
                  <td class="number">{form.submissions}</td>
                  <td>
                    <Time at={form.updatedAt} locale={localeOf(c)} date />
                  </td>
                </tr>
              ))}
            </Table>
          )}
        </>
      ),
    });
  })
  .get('/new', (c) => showNew(c))
  .post('/new', async (c) => {
    const posted = await readPosted(c);
    const key = textOf(posted, 'key').trim();
    const begun = await attempt(async () =>
      beginDraft(callerOf(c), key, await initialDraft(c, posted)),
    );
    if (!begun.ok) return showNew(c, { values: posted, errors: begun.errors });
    return c.redirect(`/console/forms/${key}`, 303);
  })
  .get('/:key', async (c) => showEditor(c, await draftOf(c)))
  .post('/:key', async (c) => {
    const posted = await readPosted(c);
    const before = await draftOf(c);
    const asked = textOf(posted, 'do') || 'save';
    const draft = changed(draftFrom(posted, before), asked);
    const locale = textOf(posted, 'editing');
    await saveDraft(callerOf(c), formKey(c), draft);
    if (asked.startsWith('edit:')) return showEditor(c, draft, { locale: asked.slice(5) });
    if (asked !== 'publish')
      return showEditor(c, draft, {
        locale,
        ...(asked === 'save' ? { what: wordsOf(c).saved } : {}),
      });
    const published = await attempt(() => publishDraft(callerOf(c), formKey(c), draft));
    if (!published.ok)
      return showEditor(c, draft, { locale, submitted: { errors: published.errors } });
    const { version, isNew } = published.value;
    const own = localised(c, formWords);
    return showEditor(c, draft, {
      locale,
      what: fill(isNew ? own.published : own.same, { n: version }),
    });
  })
  .post('/:key/preview', async (c) => {
    const posted = await readPosted(c);
    const draft = draftFrom(posted, await draftOf(c));
    const locale = textOf(posted, 'preview-locale') || draft.locale;
    const scheme = textOf(posted, 'preview-scheme') === 'dark' ? 'dark' : 'light';
    const display = Display.parse(textOf(posted, 'preview-display'));
    const behind = localised(c, formWords).behind;
    return previewPage(c, formKey(c), draft, { locale, scheme, display, behind });
  })
  .get('/:key/embed', (c) => embedPage(c, formKey(c)))
  .post('/:key/check', async (c) => {
    const page = textOf(await readPosted(c), 'page');
    return embedPage(c, formKey(c), await checkPage(callerOf(c), formKey(c), page));
  })
  .get('/:key/statistics', (c) => statisticsPage(c, formKey(c)))
  .get('/:key/versions', (c) => versionsPage(c, formKey(c)))
  .post('/:key/restore', async (c) => {
    const version = Number(textOf(await readPosted(c), 'version'));
    const kept = await readVersion(c.get('db'), formKey(c), version);
    if (!kept) throw new ProblemError('not-found');
    await saveDraft(callerOf(c), formKey(c), Draft.parse(kept.definition));
    return redirectWith(c, `/forms/${formKey(c)}`, 'done');
  })
  .get('/:key/export', async (c) => {
    c.header('Content-Disposition', `attachment; filename="${formKey(c)}.json"`);
    c.header('Cache-Control', 'no-store');
    return c.body(JSON.stringify(await draftOf(c), null, 2), 200, {
      'Content-Type': 'application/json',
    });
  })
  .post('/:key/duplicate', async (c) => {
    const draft = await draftOf(c);
    const key = `${formKey(c).slice(0, 50)}-${crypto.randomUUID().slice(0, 4)}`;
    await beginDraft(callerOf(c), key, draft);
    return c.redirect(`/console/forms/${key}`, 303);
  });
