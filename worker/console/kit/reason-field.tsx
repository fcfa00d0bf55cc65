import { type Submitted, TextArea } from './fields.tsx';

/** Asks why something is done on people's behalf, in the words of its screen. */
export const ReasonField = ({
  own,
  submitted,
}: {
  own: { reason: string; reasonHelp: string };
  submitted?: Submitted;
}) => (
  <TextArea
    name="comment"
    label={own.reason}
    help={own.reasonHelp}
    required
    submitted={submitted}
  />
);
