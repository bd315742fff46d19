import { maskPhone } from '../../kernel/phone';
import { RadioField, TextField } from '../fields';
import type { FormState } from '../form-state';
import { ErrorSummary, PostForm } from '../forms';
import { withParams } from '../links';
import { Link } from '../page-frame';
import { SESSION_TEXT as TEXT } from '../text/session';

interface ViewProps {
  form: FormState;
  /** Where to go afterwards. */
  next: string;
  demo: boolean;
}

/** First page of signing in: the phone. */
export function PhoneView({ form, next }: Omit<ViewProps, 'demo'>) {
  return (
    <div class="narrow">
      <div class="page-head">
        <h1>{TEXT.title}</h1>
        <p>{TEXT.lead}</p>
      </div>
      <PostForm to={withParams('/sign-in', { next })} class="card">
        <ErrorSummary form={form} labels={{ phone: TEXT.phone, role: TEXT.as }} />
        <TextField
          form={form}
          name="phone"
          label={TEXT.phone}
          hint={TEXT.phoneHint}
          type="tel"
          inputmode="tel"
          autocomplete="tel-national"
          maxlength={20}
          required
        />
        <RadioField
          form={form}
          name="role"
          label={TEXT.as}
          options={[
            { value: 'seeker', label: TEXT.asSeeker },
            { value: 'shop', label: TEXT.asShop },
          ]}
        />
        <div class="actions">
          <button type="submit" class="button big block">
            {TEXT.send}
          </button>
        </div>
      </PostForm>
      <div class="after-card">
        <p>{TEXT.readFirst}</p>
        <p>
          <Link to="/desk/sign-in">{TEXT.staffLink}</Link>
        </p>
      </div>
    </div>
  );
}

/** Second page of signing in: the code that was sent. */
export function CodeView({ form, phone, next, demo }: ViewProps & { phone: string }) {
  return (
    <div class="narrow">
      <div class="page-head">
        <h1>{TEXT.codeTitle}</h1>
        <p>{TEXT.codeSent(maskPhone(phone))}</p>
      </div>
      {demo && <p class="banner warn">{TEXT.demoCode}</p>}
      <PostForm to="/sign-in/code" class="card">
        <ErrorSummary form={form} labels={{ code: TEXT.code }} />
        <TextField
          form={form}
          name="code"
          label={TEXT.code}
          hint={TEXT.codeHint}
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={12}
          width="short"
          required
        />
        <div class="actions">
          <button type="submit" class="button big block">
            {TEXT.enter}
          </button>
        </div>
      </PostForm>
      <div class="after-card">
        <p>
          <Link to={withParams('/sign-in', { next })}>{TEXT.otherPhone}</Link>
        </p>
        <p>{TEXT.noCode}</p>
      </div>
    </div>
  );
}

/** Staff and admins: name and password. */
export function StaffView({ form, next, demo }: ViewProps) {
  return (
    <div class="narrow">
      <div class="page-head">
        <h1>{TEXT.staffTitle}</h1>
      </div>
      {demo && <p class="banner warn">{TEXT.demoStaff}</p>}
      <PostForm to={withParams('/desk/sign-in', { next })} class="card">
        <ErrorSummary
          form={form}
          labels={{ username: TEXT.username, password: TEXT.password, code: TEXT.stepCode }}
        />
        <TextField
          form={form}
          name="username"
          label={TEXT.username}
          autocomplete="username"
          maxlength={64}
          required
        />
        <TextField
          form={form}
          name="password"
          label={TEXT.password}
          type="password"
          autocomplete="current-password"
          maxlength={128}
          required
        />
        <TextField
          form={form}
          name="code"
          label={TEXT.stepCode}
          hint={TEXT.stepCodeHint}
          autocomplete="one-time-code"
          maxlength={20}
          width="short"
        />
        <div class="actions">
          <button type="submit" class="button big block">
            {TEXT.enter}
          </button>
        </div>
      </PostForm>
      <div class="after-card">
        <p>
          <Link to="/sign-in">{TEXT.seekerLink}</Link>
        </p>
      </div>
    </div>
  );
}
