-- name: claim
update delivery d
set tries = d.tries + 1, next_at = :leaseEnds, changed_at = :now
from (
  select task_id, attempt from delivery
  where state = 'WAITING' and next_at <= :now and kind = any (:kinds)
    -- A task may be read before the warning that says what it is about.
    and (created_at < :unexplained
      or exists (select 1 from warning w where w.case_id = delivery.case_id))
  order by due_at, task_id
  limit :most
  for update skip locked) as free
where d.task_id = free.task_id and d.attempt = free.attempt
returning d.*

-- name: settle
update delivery
set state = :state, next_at = :nextAt, channel = :channel,
  reference = coalesce(:reference, reference), result = :result, problem = :problem,
  changed_at = :now
where task_id = :taskId and attempt = :attempt and state = 'WAITING' and tries = :tries

-- name: report
update delivery
set state = :state, result = :result, problem = :problem, changed_at = :now
where task_id = :taskId and attempt = :attempt and kind = :kind
  and (state = 'ACCEPTED' or (state = 'WAITING' and tries > 0))

-- name: by-reference
select task_id, attempt from delivery where channel = :channel and reference = :reference

-- name: no-report
update delivery
set state = 'DEAD', result = 'FAILED', problem = 'NO_REPORT', changed_at = :now
where state = 'ACCEPTED' and next_at <= :now

-- name: untold
select * from delivery where result is not null and told_at is null
order by changed_at limit :most

-- name: told
update delivery set told_at = :now where task_id = :taskId and attempt = :attempt

-- name: again
update delivery
set state = 'WAITING', tries = 0, next_at = :now, changed_at = :now, problem = null
where task_id = :taskId and attempt = :attempt and state = 'DEAD' and result is null
  and not exists (
    select 1 from task_change c
    where c.case_id = delivery.case_id and c.task_id = delivery.task_id and c.closed)

-- name: counts
select kind, state, count(*) from delivery
where changed_at > :since or state in ('WAITING', 'ACCEPTED')
group by kind, state order by kind desc, state

-- name: dead
select d.*, (d.result is null and not exists (
    select 1 from task_change c
    where c.case_id = d.case_id and c.task_id = d.task_id and c.closed)) as repeatable
from delivery d where state = 'DEAD' order by changed_at desc limit :most

-- name: newest
select d.*, false as repeatable
from delivery d where state <> 'DEAD' and tries > 0 order by changed_at desc limit :most

-- name: risk
select lane, pattern, (
    select s.body ->> 'segment' from warning s
    where s.case_id = :caseId and s.body ->> 'segment' is not null
    order by s.revision desc, s.event_time desc limit 1) as segment
from warning where case_id = :caseId
order by revision desc, event_time desc limit 1

-- name: disclose-message
insert into disclosure (at, kind, recipient, case_id, purpose, task_id, attempt)
values (:now, 'MESSAGE', :channel, :caseId, 'PERSON_WARNING', :taskId, :attempt)
on conflict do nothing
