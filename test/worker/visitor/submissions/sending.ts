import { SubmissionAnswer } from '../../../../worker/contract/submission.ts';
import { aDefinition, aForm } from '../../builders.ts';

export const answerOf = async (response: Response) => SubmissionAnswer.parse(await response.json());

/** A form that asks for news, with these things to receive. */
export const aFormFor = (...subscriptions: string[]) => {
  const [section] = aDefinition().sections;
  const purposes = [{ purpose: 'e-marketing', subscriptions }];
  return aForm({ sections: section ? [{ ...section, purposes }] : [] });
};
