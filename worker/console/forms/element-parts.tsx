// The settings of ratings, files and images.
import {
  allFileTypes,
  fileSize,
  imagePattern,
  ratingScale,
} from '../../contract/field-settings.ts';
import { Checkbox, Field } from '../kit/fields.tsx';
import { localised } from '../kit/words.ts';
import { type FieldProps, Setting } from './field-parts.tsx';
import { fieldWords } from './words/fields.ts';

const FileTypes = ({ editing: { c }, field: { kind, value = '' }, at }: FieldProps) => {
  const own = localised(c, fieldWords);
  const chosen = kind === 'file' ? value.split(',') : [];
  return (
    <fieldset>
      <legend id={`${at}.types`}>{own.types}</legend>
      <p class="help">{own.typesHelp}</p>
      <div class="grid">
        {allFileTypes.map((type) => (
          <Checkbox
            name={`${at}.types`}
            value={type}
            label={type}
            checked={chosen.includes(type)}
          />
        ))}
      </div>
    </fieldset>
  );
};

/** Shows the image that is chosen, and takes another. */
const ImageFile = ({
  editing: { c, submitted },
  field: { kind, value = '', label },
  at,
}: FieldProps) => {
  const own = localised(c, fieldWords);
  const [, hash] = (kind === 'image' && imagePattern.exec(value)) || [];
  return (
    <>
      {hash ? (
        <img class="thumbnail" src={`/image/${hash}`} alt={Object.values(label)[0] ?? ''} />
      ) : null}
      <input type="hidden" name={`${at}.kept-image`} value={hash ? value : ''} />
      <Field
        name={`${at}.image`}
        type="file"
        label={own.image}
        help={own.imageHelp}
        submitted={submitted}
      />
    </>
  );
};

/** What only ratings, files and images have. */
export const ElementSettings = ({ editing, field, at }: FieldProps) => {
  const own = localised(editing.c, fieldWords);
  const { kind, max } = field;
  return (
    <>
      <Setting of="scale" kind={kind}>
        <Field
          name={`${at}.scale`}
          type="number"
          min={ratingScale.least}
          max={ratingScale.most}
          label={own.scale}
          value={kind === 'rating' ? (max ?? ratingScale.usual) : ratingScale.usual}
          submitted={editing.submitted}
        />
      </Setting>
      <Setting of="file" kind={kind}>
        <Field
          name={`${at}.size`}
          type="number"
          min={fileSize.least}
          max={fileSize.most}
          label={own.size}
          value={kind === 'file' ? (max ?? fileSize.usual) : fileSize.usual}
          submitted={editing.submitted}
        />
        <FileTypes editing={editing} field={field} at={at} />
      </Setting>
      <Setting of="image" kind={kind}>
        <ImageFile editing={editing} field={field} at={at} />
      </Setting>
    </>
  );
};
