import type { Child } from 'hono/jsx';
import { isAllowed, type JobView, type Transition } from '../../jobs';
import { PostForm } from '../forms';
import { Link } from '../page-frame';
import { ReasonFields } from '../reasons';
import { JOB_FORM_TEXT } from '../text/job-form';
import { BLOCK_TEXT } from '../text/review';
import { JOB_TEXT as T } from '../text/shop';

interface ActionProps {
  job: JobView;
  base: string;
  /** Version of the posting that the page shows. */
  version: number;
  /** Whether nothing keeps it from opening. */
  ready: boolean;
  staff: boolean;
  /** Whether staff look at changes before they are public. */
  reviewed: boolean;
}

/** What can be done to a posting as it stands. What cannot be undone asks once more, without a script. */
export function JobActions({ job, base, version, ready, staff, reviewed }: ActionProps) {
  const path = `${base}/jobs/${job.id}`;
  const may = (verb: Transition) => isAllowed(verb, job.status);
  return (
    <div class="job-actions">
      {may('publish') && ready && (staff || job.status === 'draft') && (
        <PostForm to={`${path}/publish`}>
          <input type="hidden" name="version" value={String(version)} />
          <button type="submit" class="button">
            {T.publish}
          </button>
        </PostForm>
      )}
      {may('edit') && (
        <Link to={`${path}/edit`} class={may('publish') && ready ? 'button secondary' : 'button'}>
          {T.edit}
        </Link>
      )}
      {may('renew') && <Renew path={path} hint={reviewed ? T.renewReviewed : null} />}
      {may('fill') && <Ask path={`${path}/fill`} name={T.fill} ask={T.fillAsk} sure={T.fillSure} />}
      {may('close') && (
        <Ask path={`${path}/close`} name={T.close} ask={T.closeAsk} sure={T.closeSure} danger />
      )}
      {staff && may('block') && (
        <Fold name={T.block}>
          <PostForm to={`${path}/block`}>
            <p class="hint">{T.blockAsk}</p>
            <ReasonFields name="reason" reasons={BLOCK_TEXT} />
            <button type="submit" class="button danger small">
              {T.blockSure}
            </button>
          </PostForm>
        </Fold>
      )}
    </div>
  );
}

function Fold({ name, children }: { name: string; children?: Child }) {
  return (
    <details class="fold">
      <summary>{name}</summary>
      <div class="fold-body">{children}</div>
    </details>
  );
}

function Ask(props: { path: string; name: string; ask: string; sure: string; danger?: boolean }) {
  return (
    <Fold name={props.name}>
      <PostForm to={props.path}>
        <p class="hint">{props.ask}</p>
        <button type="submit" class={props.danger ? 'button danger small' : 'button small'}>
          {props.sure}
        </button>
      </PostForm>
    </Fold>
  );
}

function Renew({ path, hint }: { path: string; hint: string | null }) {
  return (
    <Fold name={T.renew}>
      <PostForm to={`${path}/renew`}>
        {hint !== null && <p class="banner warn">{hint}</p>}
        <p class="hint">{T.renewLabel}</p>
        <div class="row-actions">
          {[7, 14, 30].map((days) => (
            <button type="submit" name="days" value={String(days)} class="button small secondary">
              {JOB_FORM_TEXT.validDays(days)}
            </button>
          ))}
        </div>
      </PostForm>
    </Fold>
  );
}
