-- name: add-warning
insert into warning (warning_id, revision, case_id, lane, pattern, grade, tier, owner, subject,
  event_time, detected_at, amount_minor, region, reason_zh, reason_en, body)
values (:warningId, :revision, :caseId, :lane, :pattern, :grade, :tier, :owner, :subject,
  :eventTime, :detectedAt, :amountMinor, :region, :reasonZh, :reasonEn, :body::jsonb)
on conflict do nothing

-- name: add-case-change
insert into case_change (case_id, revision, person, state, grade, tier, opened_at, changed_at,
  because, conclusion)
values (:caseId, :revision, :person, :state, :grade, :tier, :openedAt, :changedAt,
  :because, :conclusion)
on conflict do nothing

-- name: add-task-change
insert into task_change (task_id, case_id, kind, unit, state, attempt, overdue, created_at, due_at,
  told_at, told_order)
values (:taskId, :caseId, :kind, :unit, :state, :attempt, :overdue, :createdAt, :dueAt,
  :toldAt, :toldOrder)
on conflict do nothing

-- name: add-advice-change
insert into advice_change (advice_id, state, changed_at, warning_id, body)
values (:adviceId, :state, :changedAt, :warningId, :body::jsonb)
on conflict do nothing

-- name: add-outcome
insert into outcome (source, event_id, case_id, person, event_time, officer, body)
values (:source, :eventId, :caseId, :person, :eventTime, :officer, :body::jsonb)
on conflict do nothing

-- name: add-rejected
insert into rejected_record (stream, position, reason_code, source)
values (:stream, :position, :reasonCode, :source)
on conflict do nothing

-- name: count-rejected
insert into rejected_count (source, stream, reason_code, records, last_at)
values (:source, :stream, :reasonCode, 1, now())
on conflict (source, stream, reason_code) do update
  set records = rejected_count.records + 1, last_at = excluded.last_at

-- name: derive-cards
insert into case_card (case_id, owner, state, revision, grade, tier, opened_at, changed_at,
  conclusion, warnings, lane, pattern, reason_zh, reason_en, amount_minor, region,
  next_task, next_due, overdue, closed, units, last_officer, snoozed)
select k.case_id,
  coalesce(c.person, w.owner),
  c.state,
  coalesce(c.revision, 0),
  coalesce(c.grade, w.grade, 0),
  coalesce(c.tier, w.tier, 0),
  coalesce(c.opened_at, sums.first_at, t.created_at, now()),
  coalesce(greatest(c.changed_at, w.detected_at), t.created_at, now()),
  c.conclusion,
  sums.warnings,
  w.lane, w.pattern, w.reason_zh, w.reason_en,
  sums.amount_minor,
  regions.region,
  t.kind, t.due_at,
  case when coalesce(c.state = 'CLOSED', false) then 0 else coalesce(colours.overdue, 0) end,
  coalesce(c.state = 'CLOSED', false),
  coalesce(colours.units, '{}'),
  officers.officer,
  c.state <> 'CLOSED' is true and not coalesce(colours.work, false)
from unnest(:caseIds) as k (case_id)
left join lateral (
  select * from case_change where case_id = k.case_id order by revision desc limit 1) c on true
left join lateral (
  select * from warning where case_id = k.case_id
  order by revision desc, event_time desc, warning_id limit 1) w on true
left join lateral (
  select count(*)::int as warnings, min(detected_at) as first_at, max(amount_minor) as amount_minor
  from warning where case_id = k.case_id) sums on true
left join lateral (
  select region from warning where case_id = k.case_id and region is not null
  order by revision desc, event_time desc limit 1) regions on true
left join lateral (
  select * from task_now where case_id = k.case_id and not closed
  order by due_at, task_id limit 1) t on true
left join lateral (
  select max(overdue) as overdue,
    array_agg(distinct unit) filter (where unit is not null) as units,
    -- A follow-up has no colour until its time is near.
    bool_or(kind <> 'FOLLOW_UP' or overdue > 0) as work
  from task_now where case_id = k.case_id and not closed) colours on true
left join lateral (
  select officer from outcome where case_id = k.case_id and officer is not null
  order by event_time desc, source, event_id limit 1) officers on true
on conflict (case_id) do update set
  owner = excluded.owner, state = excluded.state, revision = excluded.revision,
  grade = excluded.grade, tier = excluded.tier, opened_at = excluded.opened_at,
  changed_at = excluded.changed_at, conclusion = excluded.conclusion,
  warnings = excluded.warnings, lane = excluded.lane, pattern = excluded.pattern,
  reason_zh = excluded.reason_zh, reason_en = excluded.reason_en,
  amount_minor = excluded.amount_minor, region = excluded.region,
  next_task = excluded.next_task, next_due = excluded.next_due,
  overdue = excluded.overdue, closed = excluded.closed, units = excluded.units,
  last_officer = excluded.last_officer, snoozed = excluded.snoozed

-- name: add-delivery
insert into delivery (task_id, attempt, case_id, person, kind, state, created_at, due_at, next_at,
  changed_at)
select :taskId, :attempt, :caseId, :person, :kind, 'WAITING', :createdAt, :dueAt, now(), now()
where not exists (
  select 1 from task_change where case_id = :caseId and task_id = :taskId and closed)
on conflict do nothing

-- name: cancel-delivery
update delivery set state = 'CANCELLED', changed_at = now()
where task_id = :taskId and state = 'WAITING'

-- name: add-token
insert into case_token (case_id, token, kind) values (:caseId, :token, :kind)
on conflict do nothing

-- name: link-revision
select coalesce(max(revision), 0) from link_member where link_id = :linkId

-- name: forget-link
delete from link_member where link_id = :linkId

-- name: add-link-member
insert into link_member (link_id, revision, subject, because)
values (:linkId, :revision, :subject, :because)
on conflict do nothing

-- name: disclose-family-task
insert into disclosure (at, kind, recipient, case_id, purpose, task_id, attempt)
values (:createdAt, 'FAMILY_TASK', coalesce(:unit, ''), :caseId, 'FAMILY_WARNING', :taskId, :attempt)
on conflict do nothing

-- name: add-hold
insert into hold (held_id, owner, subject, pattern, reason, event_time, body)
values (:heldId, :owner, :subject, :pattern, :reason, :eventTime, :body::jsonb)
on conflict do nothing

-- name: add-queued
-- A word told again, or before the one it follows, changes nothing: what was decided stays decided.
insert into queue_line (held_id, kind, state, case_id, pattern, grade, source, event_id,
  reason_code, reason, changed_at, recent, usual, goes_on_at, held_at)
values (:heldId, :kind, :state, :caseId, :pattern, :grade, :source, :eventId,
  :reasonCode, :reason, :changedAt, :recent, :usual, :goesOnAt,
  case when :state = 'HELD' then :changedAt::timestamptz end)
on conflict (held_id) do update
  set state = case when excluded.state = 'HELD' then queue_line.state else excluded.state end,
      reason_code = case when excluded.state = 'HELD' then queue_line.reason_code else excluded.reason_code end,
      reason = case when excluded.reason = '' then queue_line.reason else excluded.reason end,
      changed_at = greatest(excluded.changed_at, queue_line.changed_at),
      recent = coalesce(excluded.recent, queue_line.recent),
      usual = coalesce(excluded.usual, queue_line.usual),
      goes_on_at = coalesce(excluded.goes_on_at, queue_line.goes_on_at),
      held_at = coalesce(excluded.held_at, queue_line.held_at)

-- name: forget-holds
delete from hold where stored_at < now() - interval '30 days'

-- name: add-trace
insert into trace (link_id, revision, accounts, amounts)
values (:linkId, :revision, :accounts, :amounts)
on conflict (link_id) do update
  set revision = excluded.revision, accounts = excluded.accounts, amounts = excluded.amounts,
    stored_at = now()
  where trace.revision < excluded.revision
