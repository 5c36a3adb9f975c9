-- What the reports of a day, a month and a quarter look things up by.
create index warning_by_detection on warning (detected_at);
create index case_change_by_time on case_change (changed_at);
create index task_change_by_telling on task_change (told_at) where overdue > 0;
create index task_change_by_creation on task_change (created_at);
create index advice_change_accepted on advice_change (changed_at) where state = 'ACCEPTED';
create index outcome_by_time on outcome (event_time);

-- Outcomes that pass a task on say nothing about the person.
create view person_outcome as
  select o.*,
    coalesce(o.case_id, (
      select k.case_id from case_card k
      where k.owner = o.person and k.opened_at <= o.event_time
      order by k.opened_at desc limit 1)) as about_case
  from outcome o
  where not (coalesce(o.body -> 'checklist', '{}'::jsonb) ?| array['handOverTo', 'handOverReceipt']);
