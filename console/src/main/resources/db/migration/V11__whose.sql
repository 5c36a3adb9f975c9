-- Whose a case is and whether anything is to be done now: derived from tasks and outcomes, so that it never disagrees with them.
alter table desk_user add column units text[] not null default '{}';
alter table case_card
  add column units        text[]  not null default '{}',
  add column last_officer text,
  add column snoozed      boolean not null default false;

with tasks as (
  select case_id, array_agg(distinct unit) filter (where unit is not null) as units,
    bool_or(kind <> 'FOLLOW_UP' or overdue > 0) as work
  from task_now where not closed group by case_id)
update case_card k set
  units = coalesce((select t.units from tasks t where t.case_id = k.case_id), '{}'),
  last_officer = (
    select o.officer from outcome o where o.case_id = k.case_id and o.officer is not null
    order by o.event_time desc, o.source, o.event_id limit 1),
  snoozed = not k.closed and k.state is not null
    and not coalesce((select t.work from tasks t where t.case_id = k.case_id), false);
