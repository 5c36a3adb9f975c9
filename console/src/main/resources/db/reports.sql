-- name: warnings
select lane, pattern,
  count(*) filter (where tier = 0) as sms,
  count(*) filter (where tier = 1) as call,
  count(*) filter (where tier = 2) as in_person
from warning where detected_at >= :from and detected_at < :to
group by lane, pattern order by count(*) desc, pattern

-- name: totals
select
  (select count(*) from case_card where opened_at >= :from and opened_at < :to
    and conclusion is distinct from 'DUPLICATE') as opened,
  (select count(distinct about_case) from person_outcome
    where event_time >= :from and event_time < :to and about_case is not null
      and body ->> 'step' in ('CALL', 'VISIT', 'FOLLOW_UP')
      and body ->> 'result' in ('REACHED', 'ACCEPTED', 'REFUSED')) as reached,
  (select count(distinct case_id) from case_change c
    where changed_at >= :from and changed_at < :to and state = 'DISSUADED'
      and not exists (select 1 from case_change b
        where b.case_id = c.case_id and b.revision = c.revision - 1
          and b.state = 'DISSUADED')) as dissuaded,
  (select count(distinct w.owner) from warning w
    where w.detected_at >= :from and w.detected_at < :to
      -- The warning of a case that was merged belongs to the one it was merged into.
      and not exists (select 1 from case_card m
        where m.case_id = w.case_id and m.conclusion = 'DUPLICATE')
      and (exists (select 1 from case_card k
          where k.owner = w.owner and k.case_id <> w.case_id and k.opened_at < w.detected_at
            and k.conclusion is distinct from 'DUPLICATE')
        or exists (select 1 from case_change r
          where r.case_id = w.case_id and r.state = 'REOPENED' and r.changed_at < :to))) as repeated

-- name: money
select
  case when a.reason = 'FORMAL_FREEZE' then 'FROZEN' else 'STOPPED' end as what,
  count(*) as measures, coalesce(sum(a.amount), 0)::bigint as amount
from (
  select distinct on (advice_id, coalesce(body ->> 'reasonCode', '') = 'FORMAL_FREEZE')
    body ->> 'reasonCode' as reason, (body ->> 'amountMinor')::bigint as amount
  from advice_change
  where changed_at >= :from and changed_at < :to and state = 'ACCEPTED'
    and body ->> 'kind' = 'STOP_PAYMENT'
  order by advice_id, coalesce(body ->> 'reasonCode', '') = 'FORMAL_FREEZE', changed_at desc) a
group by 1
union all
select 'SAVED', count(*), coalesce(sum(k.amount_minor), 0)::bigint
from case_card k
where exists (
  select 1 from case_change c
  where c.case_id = k.case_id and c.changed_at >= :from and c.changed_at < :to
    and c.conclusion = 'SCAM_STOPPED'
    and not exists (select 1 from case_change b
      where b.case_id = c.case_id and b.revision < c.revision and b.conclusion = 'SCAM_STOPPED'))

-- name: conclusions
select conclusion, count(distinct case_id) from case_change
where changed_at >= :from and changed_at < :to and state = 'CLOSED'
  and conclusion is not null and conclusion <> 'DUPLICATE'
group by conclusion order by 2 desc, 1

-- name: overdue
select worst, count(*) from (
  select max(overdue) as worst from task_change
  where told_at >= :from and told_at < :to and overdue > 0
  group by case_id, task_id) t
group by worst order by worst

-- name: units
select coalesce(unit, '') as unit,
  count(*) as given,
  count(*) filter (where state = 'DONE') as done,
  count(*) filter (where state = 'DONE' and overdue < 2) as in_time,
  count(*) filter (where state = 'FAILED') as failed,
  count(*) filter (where state = 'EXPIRED') as expired,
  count(*) filter (where state = 'OPEN') as open,
  count(*) filter (where overdue >= 2) as over
from task_now where created_at >= :from and created_at < :to
group by 1 order by 2 desc, 1

-- name: sources
select w.body -> 'evidence' -> -1 ->> 'source' as source,
  count(*) as warnings, count(distinct w.owner) as persons,
  count(*) filter (where w.grade >= 2) as grave,
  count(distinct w.case_id) filter (where k.closed and k.conclusion = 'NOT_SCAM') as no_scam
from warning w left join case_card k on k.case_id = w.case_id
where w.detected_at >= :from and w.detected_at < :to
group by 1 order by 2 desc, 1

-- name: units-by-source
select coalesce(t.unit, '') as unit, coalesce(s.source, '') as source,
  count(distinct t.case_id) as cases,
  count(*) as given,
  count(*) filter (where t.state = 'DONE') as done,
  count(*) filter (where t.overdue >= 2) as over
from task_now t left join lateral (
  select w.body -> 'evidence' -> -1 ->> 'source' as source
  from warning w where w.case_id = t.case_id
  order by w.detected_at, w.warning_id limit 1) s on true
where t.created_at >= :from and t.created_at < :to
group by 1, 2 order by 4 desc, 1, 2

-- name: cleared
select count(*) as opened,
  count(*) filter (where (
    select c.state from case_change c
    where c.case_id = k.case_id and c.changed_at < :to
    order by c.revision desc limit 1) = 'CLOSED') as cleared
from case_card k
where k.opened_at >= :from and k.opened_at < :to and k.conclusion is distinct from 'DUPLICATE'

-- name: sample
select s.case_id, s.conclusion, s.changed_at, s.grade, (
    select d.recipient from disclosure d
    where d.case_id = s.case_id and d.purpose = 'SPOT_CHECK' and d.at > s.changed_at
    order by d.id limit 1) as checked_by
from (
  select distinct on (c.case_id) c.case_id, c.conclusion, c.changed_at, c.grade,
    ('x' || substr(md5(c.case_id), 1, 7))::bit(28)::int as lot
  from case_change c
  where c.changed_at >= :from and c.changed_at < :to and c.state = 'CLOSED'
    and c.conclusion is distinct from 'DUPLICATE'
  order by c.case_id, c.revision desc) s
where s.lot < :share or s.lot = :least
order by s.changed_at desc limit 500

-- name: least-lot
select min(('x' || substr(md5(case_id), 1, 7))::bit(28)::int) from case_change
where changed_at >= :from and changed_at < :to and state = 'CLOSED'
  and conclusion is distinct from 'DUPLICATE'
