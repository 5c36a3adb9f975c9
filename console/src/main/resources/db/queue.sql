-- What waits in the operator's queue.

-- name: waiting
select count(*) from queue_line where state = 'HELD'

-- name: patterns
select pattern, count(*) as held, min(held_at) as since, min(goes_on_at) as goes_on_at,
  max(recent) as recent, (array_agg(usual order by held_at desc nulls last))[1] as usual,
  (array_agg(reason order by held_at desc nulls last))[1] as reason
from queue_line where state = 'HELD'
group by pattern order by held desc, pattern

-- name: warnings
select q.held_id, q.case_id, q.pattern, q.grade, q.held_at, q.goes_on_at,
  w.reason_zh, w.reason_en
from queue_line q
left join lateral (
  select reason_zh, reason_en from warning w
  where w.warning_id = q.held_id order by w.revision desc limit 1) w on true
where q.state = 'HELD'
order by q.goes_on_at nulls last, q.held_id limit :most

-- name: held-case
select exists (select 1 from queue_line where state = 'HELD' and case_id = :about)

-- name: held-pattern
select exists (select 1 from queue_line where state = 'HELD' and pattern = :about)

-- name: unmatched
select held_id, case_id, source, event_id, reason_code, reason, changed_at
from queue_line where state = 'UNMATCHED'
order by changed_at desc, held_id limit :most
