-- What a day's leads are made of.

-- name: warnings
-- All that is known of those whom the day named: a card seen last week is as much theirs.
-- Watch only, by the contract: tier SMS with WATCH as its only advice. It makes nobody a lead.
with named as (
  select distinct k.owner from warning w join case_card k using (case_id)
  where w.lane in ('MULE', 'OPENING') and detected_at >= :from and detected_at < :to
    and (:region::text is null or w.region like :region || '%')
    and not (w.tier = 0 and jsonb_array_length(coalesce(body -> 'advice', '[]'::jsonb)) > 0
      and not exists (
        select 1 from jsonb_array_elements(body -> 'advice') a where a ->> 'kind' <> 'WATCH')))
-- The owner is the case's: a case opened under an account is the person's once that is known.
select k.owner, w.subject, w.body ->> 'subjectKind' as subject_kind, coalesce(w.body -> 'advice', '[]'::jsonb) as advice,
  w.warning_id, w.case_id, w.pattern, w.grade, w.tier, w.detected_at, w.amount_minor, w.region,
  w.reason_zh, w.reason_en, w.detected_at >= :from as of_the_day,
  k.state, k.conclusion, array(
    select (e ->> 'stream') || ' ' || (e ->> 'source') || ' ' || (e ->> 'eventId')
    from jsonb_array_elements(w.body -> 'evidence') e) as events
from case_card k
join warning w on w.case_id = k.case_id
where w.lane in ('MULE', 'OPENING') and w.detected_at < :to
  and k.owner in (select owner from named)
order by w.detected_at desc, w.warning_id, w.revision desc
limit :most

-- name: clusters
select link_id, subject from link_member
where link_id in (select link_id from link_member where subject = any (:tokens))
order by link_id, subject

-- name: victims
select distinct owner from warning where lane = 'VICTIM' and owner = any (:tokens)

-- name: payers
-- Victims whose case names the account: they paid it, or were about to.
select distinct t.token, k.owner from case_token t join case_card k using (case_id)
where k.lane = 'VICTIM' and k.owner is not null and t.token = any (:accounts)

-- name: money
select p.account, sum(p.amount)::bigint as amount
from trace t cross join lateral unnest(t.accounts, t.amounts) as p (account, amount)
where t.accounts && :accounts::text[] and p.account = any (:accounts)
group by p.account
