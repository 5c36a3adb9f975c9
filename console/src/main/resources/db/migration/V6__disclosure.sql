-- Every time what is known of a person was given to somebody: who, when, which case, what for. Rows
-- can be added and read, nothing else.
create table disclosure (
  id        bigint generated always as identity primary key,
  at        timestamptz not null default now(),
  kind      text not null check (kind in ('CASE_SHOWN', 'FAMILY_TASK', 'MESSAGE')),
  recipient text not null,
  case_id   text not null,
  purpose   text not null,
  task_id   text,
  attempt   int
);
-- A task told twice, or a message tried twice, was given out once.
create unique index disclosure_of_task on disclosure (task_id, attempt, kind, recipient)
  where task_id is not null;
create index disclosure_of_case on disclosure (case_id, id desc);

create function refuse_change_of_log() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger disclosure_append_only before update or delete on disclosure
  for each row execute function refuse_change_of_log();
create trigger disclosure_no_truncate before truncate on disclosure
  for each statement execute function refuse_change_of_log();

-- What retention looks things up by.
create index case_card_to_forget on case_card (changed_at) where closed or state is null;
create index outcome_by_storage on outcome (stored_at);
create index rejected_by_storage on rejected_record (stored_at);
