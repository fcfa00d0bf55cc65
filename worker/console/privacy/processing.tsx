import { Hono } from 'hono';
import { readRegister } from '../../admin/processing/register.ts';
import { saveSetting } from '../../admin/settings/save.ts';
import { callerOf } from '../../platform/caller.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { has, may } from '../kit/guard.ts';
import { readNames } from '../kit/names.ts';
import { Area, Table } from '../kit/parts.tsx';
import { readPosted, textOf } from '../kit/posted.ts';
import { leadTo, show } from '../kit/shell.tsx';
import { fill, localeOf, said, wordsOf } from '../kit/words/words.ts';
import { officeWords } from './words.ts';

/** The register of processing activities (GDPR art. 30), as the configuration says it. */
export const registerScreens = new Hono<ConsoleApp>()
  .use(may('lists'))
  .get('/', async (c) => {
    const words = wordsOf(c);
    const mine = said(c, officeWords);
    const [register, names] = await Promise.all([
      readRegister(c.get('db')),
      readNames(c.get('db'), localeOf(c)),
    ]);
    const { controller, recipients } = register;
    return show(c, {
      title: words.register,
      children: (
        <>
          <p class="intro">
            {mine.registerIntro} {mine.print}
          </p>
          <dl class="facts card">
            <dt>{mine.controller}</dt>
            <dd>
              {controller.name || words.none} {controller.address}
            </dd>
            <dt>{mine.recipients}</dt>
            <dd>{recipients.join(', ') || words.none}</dd>
            <dt>{mine.kept}</dt>
            <dd>
              {fill(mine.evidence, {
                n: register.evidenceDays,
                m:
                  register.submissionDays === 0
                    ? mine.ever
                    : fill(mine.days, { n: register.submissionDays }),
              })}
            </dd>
          </dl>
          <Table
            label={words.register}
            head={[
              words.purpose,
              words.legalBasis,
              mine.fields,
              mine.kept,
              mine.recipients,
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
                    ? mine.ever
                    : fill(mine.days, { n: each.retentionDays })}
                </td>
                <td>{recipients.join(', ')}</td>
                <td class="number">{each.forms}</td>
              </tr>
            ))}
          </Table>
          {has(c, 'settings') ? (
            <form method="post" class="sheet">
              <Area
                name="recipients"
                label={mine.recipients}
                help={mine.recipientsHelp}
                value={recipients.join('\n')}
              />
              <button class="quiet">{words.save}</button>
            </form>
          ) : null}
        </>
      ),
    });
  })
  .post('/', may('settings'), async (c) => {
    const recipients = textOf(await readPosted(c), 'recipients')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    await saveSetting(callerOf(c), 'recipients', recipients);
    return leadTo(c, '/register', 'saved');
  });
