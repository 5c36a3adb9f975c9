-- name: together
with own as (
  select token, kind from case_token where case_id = :caseId
  union select owner, 'PERSON' from case_card where case_id = :caseId and owner is not null),
clusters as (
  select distinct link_id from link_member where subject in (select token from own)),
shared as (
  select t.case_id, t.token, t.kind, null as because
  from case_token t join own o on o.token = t.token
  where t.case_id <> :caseId
  union
  select k.case_id, m.subject, 'CLUSTER', m.because
  from link_member m join clusters using (link_id)
    join case_card k on k.owner = m.subject
  where k.case_id <> :caseId
  union
  select t.case_id, m.subject, 'CLUSTER', m.because
  from link_member m join clusters using (link_id)
    join case_token t on t.token = m.subject
  where t.case_id <> :caseId and m.subject not in (select token from own))
select k.case_id, k.owner, k.state, k.grade, k.pattern, k.amount_minor, k.opened_at,
  s.kinds, s.tokens, s.because, count(*) over () as cases,
  coalesce(sum(k.amount_minor) over (), 0)::bigint as amount
from (
  select case_id,
    array_agg(kind order by kind, token) as kinds,
    array_agg(token order by kind, token) as tokens,
    min(because) as because
  from shared group by case_id) s
join case_card k on k.case_id = s.case_id
where not k.closed
order by k.grade desc, k.opened_at, k.case_id
limit :most
