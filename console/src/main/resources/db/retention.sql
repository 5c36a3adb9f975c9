-- Each deletes a little; the job comes back until nothing is left to delete.

-- name: old-cases
select case_id from case_card
where (closed or state is null) and changed_at < :cases
order by changed_at limit 200

-- name: advice
delete from advice_change where warning_id in (
  select warning_id from warning where case_id = any (:caseIds))

-- name: warnings
delete from warning where case_id = any (:caseIds)

-- name: changes
delete from case_change where case_id = any (:caseIds)

-- name: tasks
delete from task_change where case_id = any (:caseIds)

-- name: outcomes
delete from outcome where case_id = any (:caseIds)

-- name: case-deliveries
delete from delivery where case_id = any (:caseIds)

-- name: tokens
delete from case_token where case_id = any (:caseIds)

-- name: cards
delete from case_card where case_id = any (:caseIds)

-- name: old-deliveries
delete from delivery where ctid in (
  select ctid from delivery
  where state in ('DONE', 'DEAD', 'CANCELLED') and changed_at < :deliveries
    and (result is null or told_at is not null)
  limit 5000)

-- name: old-outcomes
delete from outcome where ctid in (
  select ctid from outcome o
  where o.stored_at < :events
    and not exists (select 1 from case_card k where k.case_id = o.case_id)
    and not exists (select 1 from case_card k
      where o.case_id is null and k.owner = o.person and k.opened_at <= o.event_time)
  limit 5000)

-- name: old-rejected
delete from rejected_record where ctid in (
  select ctid from rejected_record where stored_at < :events limit 5000)

-- name: old-queue
delete from queue_line where ctid in (
  select ctid from queue_line where stored_at < :events limit 5000)

-- name: old-attempts
delete from sign_in_attempt where ctid in (
  select ctid from sign_in_attempt where at < :events limit 5000)

-- name: old-links
delete from link_member where link_id in (
  select link_id from link_member m where stored_at < :events
    and not exists (select 1 from link_member n join case_card k on k.owner = n.subject
      where n.link_id = m.link_id)
    and not exists (select 1 from link_member n join case_token t on t.token = n.subject
      where n.link_id = m.link_id)
  limit 500)

-- name: old-traces
delete from trace where ctid in (
  select ctid from trace where stored_at < :events limit 5000)
