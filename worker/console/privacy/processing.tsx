import { Hono } from 'hono';
import { readRegister } from '../../admin/processing/register.ts';
import { saveSetting } from '../../admin/settings/save.ts';
import { callerOf } from '../../platform/caller.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { TextArea } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { hasRight, requireRight } from '../kit/guard.ts';
import { readNames } from '../kit/names.ts';
import { Table } from '../kit/parts.tsx';
import { readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words/words.ts';
import { officeWords } from './words.ts';

/** The register of processing activities (GDPR art. 30), as the configuration says it. */
export const registerScreens = new Hono<ConsoleApp>()
  .use(requireRight('lists'))
  .get('/', async (c) => {
    const words = wordsOf(c);
    const own = localised(c, officeWords);
    const [register, names] = await Promise.all([
      readRegister(c.get('db')),
      readNames(c.get('db'), localeOf(c)),
    ]);
    const { controller, recipients } = register;
    return show(c, {
      title: words.processing,
      children: (
        <>
          <p class="intro">
            {own.registerIntro} {own.print}
          </p>
          <dl class="facts card">
            <dt>{own.controller}</dt>
            <dd>
              {controller.name || words.none} {controller.address}
            </dd>
            <dt>{own.recipients}</dt>
            <dd>{recipients.join(', ') || words.none}</dd>
            <dt>{own.kept}</dt>
            <dd>
              {fill(own.evidence, {
                n: register.evidenceDays,
                m:
                  register.submissionDays === 0
                    ? own.ever
                    : fill(own.days, { n: register.submissionDays }),
              })}
            </dd>
          </dl>
          <Table
            label={words.processing}
            head={[
              words.purpose,
              words.legalBasis,
              own.fields,
              own.kept,
              own.recipients,
              words.forms,
            ]}
          >
            {register.processings.map((each) => (
              <tr>
                <td>
                  <strong>{names.name('purposes', each.purpose)}</strong>
                  <small class="help">
                    {(each.texts[localeOf(c)] ?? each.texts.en)?.description}
                  </small>
                </td>
                <td>{`${each.legalBasis} · ${names.name('legal-bases', each.legalBasis)}`}</td>
                <td>{each.fields.join(', ')}</td>
                <td>
                  {each.retentionDays === null
                    ? own.ever
                    : fill(own.days, { n: each.retentionDays })}
                </td>
                <td>{recipients.join(', ')}</td>
                <td class="number">{each.forms}</td>
              </tr>
            ))}
          </Table>
          {hasRight(c, 'settings') ? (
            <form method="post" class="sheet">
              <TextArea
                name="recipients"
                label={own.recipients}
                help={own.recipientsHelp}
                value={recipients.join('\n')}
              />
              <button class="quiet">{words.save}</button>
            </form>
          ) : null}
        </>
      ),
    });
  })
  .post('/', requireRight('settings'), async (c) => {
    const recipients = textOf(await readPosted(c), 'recipients')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    await saveSetting(callerOf(c), 'recipients', recipients);
    return redirectWith(c, '/register', 'saved');
  });
