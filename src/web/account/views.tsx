import type { SecondFactorSecret, SecondFactorView, SessionView } from '../../accounts';
import { SHANGHAI_OFFSET_MS, shanghaiDate } from '../../kernel/clock';
import { QrCode } from '../desk/qr';
import { TextField } from '../fields';
import type { FormState } from '../form-state';
import { ErrorSummary, PostForm } from '../forms';
import { Link } from '../page-frame';
import { ACCOUNT_TEXT as T } from '../text/account';
import { dateText } from '../text/jobs';

const timeText = (ms: number) => new Date(ms + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);
const when = (ms: number) => `${dateText(shanghaiDate(ms))} ${timeText(ms)}`;

/** Where the person is signed in, with a way out of each. */
export function SessionList({
  sessions,
  current,
  hint,
}: {
  sessions: readonly SessionView[];
  current: string | null;
  hint: string;
}) {
  return (
    <section class="card">
      <h2>{T.sessions}</h2>
      <p class="hint">{hint}</p>
      <ul class="plain-list">
        {sessions.map(({ id, device, createdAt, expiresAt }) => (
          <li class="spread">
            <div>
              <p>
                <strong>{T.devices[device]}</strong>{' '}
                {id === current && <span class="tag good">{T.current}</span>}
              </p>
              <p class="quiet">
                {T.since(when(createdAt))} · {T.until(when(expiresAt))}
              </p>
            </div>
            {id !== current && (
              <PostForm to={`/account/sessions/${id}/end`}>
                <button
                  type="submit"
                  class="button small secondary"
                  aria-label={T.endOf(T.devices[device], when(createdAt))}
                >
                  {T.end}
                </button>
              </PostForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <PostForm to="/account/sessions/end-others" class="actions">
          <button type="submit" class="button secondary">
            {T.endOthers}
          </button>
        </PostForm>
      )}
    </section>
  );
}

/** A new password for staff. */
export function PasswordForm({ form }: { form: FormState }) {
  return (
    <PostForm to="/account/password" class="card" label={T.password}>
      <h2>{T.password}</h2>
      <p class="hint">{T.passwordHint}</p>
      <ErrorSummary form={form} labels={{ current: T.current_password, next: T.next_password }} />
      <TextField
        form={form}
        name="current"
        label={T.current_password}
        type="password"
        autocomplete="current-password"
        maxlength={128}
        required
      />
      <TextField
        form={form}
        name="next"
        label={T.next_password}
        hint={T.nextHint}
        type="password"
        autocomplete="new-password"
        maxlength={128}
        required
      />
      <div class="actions">
        <button type="submit" class="button">
          {T.savePassword}
        </button>
      </div>
    </PostForm>
  );
}

const STATE = { on: T.secondOn, off: T.secondOff, pending: T.secondPending };

/** Whether the second step is on, and the way to it. */
export function SecondFactorCard({ view }: { view: SecondFactorView }) {
  return (
    <section class="card">
      <h2>{T.second}</h2>
      <p>
        <span class={view.state === 'on' ? 'tag good' : 'tag warn'}>{STATE[view.state]}</span>{' '}
        {view.state === 'on' && <span class="quiet">{T.backupLeft(view.backupCodesLeft)}</span>}
      </p>
      <p class="hint">{T.secondLead}</p>
      <p class="actions">
        <Link to="/account/second-factor" class="button secondary">
          {view.state === 'on' ? T.manage : T.open}
        </Link>
      </p>
    </section>
  );
}

/** A field for a code of the app. */
function CodeField({ form, hint }: { form: FormState; hint?: string }) {
  const more = hint === undefined ? {} : { hint };
  return (
    <TextField
      form={form}
      name="code"
      label={T.code}
      {...more}
      autocomplete="one-time-code"
      maxlength={20}
      width="short"
      required
    />
  );
}

/** Setting the second step up: the code to scan, then the code to type. */
export function SetUp({ secret, form }: { secret: SecondFactorSecret; form: FormState }) {
  return (
    <>
      <section class="card">
        <h2>{T.scan}</h2>
        <p class="hint">{T.scanHint}</p>
        <div class="account-qr">
          <QrCode text={secret.uri} label={T.qr} />
        </div>
        <p>
          {T.secret} <code class="account-secret">{secret.secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
      </section>
      <PostForm to="/account/second-factor/confirm" class="card" label={T.confirm}>
        <h2>{T.confirm}</h2>
        <ErrorSummary form={form} labels={{ code: T.code }} />
        <CodeField form={form} />
        <div class="actions">
          <button type="submit" class="button">
            {T.confirmButton}
          </button>
        </div>
      </PostForm>
    </>
  );
}

/** The backup codes, this once. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  return (
    <section class="card">
      <h2>{T.backup}</h2>
      <p class="banner warn">{T.backupLead}</p>
      <ol class="account-codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p class="actions">
        <Link to="/account" class="button">
          {T.backupDone}
        </Link>
      </p>
    </section>
  );
}

/** Before it is begun, and once it is on. */
export function SecondFactorState({ view, form }: { view: SecondFactorView; form: FormState }) {
  if (view.state !== 'on') {
    return (
      <PostForm to="/account/second-factor" class="card">
        <p>{T.secondLead}</p>
        <div class="actions">
          <button type="submit" class="button">
            {T.begin}
          </button>
        </div>
      </PostForm>
    );
  }
  return (
    <>
      <section class="card">
        <p>
          <span class="tag good">{T.secondOn}</span> {T.backupLeft(view.backupCodesLeft)}
        </p>
        {view.demanded && <p class="hint">{T.demandedStays}</p>}
      </section>
      {!view.demanded && (
        <PostForm to="/account/second-factor/remove" class="card" label={T.remove}>
          <h2>{T.remove}</h2>
          <ErrorSummary form={form} labels={{ code: T.code }} />
          <CodeField form={form} hint={T.removeHint} />
          <div class="actions">
            <button type="submit" class="button secondary">
              {T.removeButton}
            </button>
          </div>
        </PostForm>
      )}
    </>
  );
}
