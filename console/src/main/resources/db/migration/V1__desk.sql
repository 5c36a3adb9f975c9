-- Base tables hold what the topics told, once each; case_card is derived from them after every batch.
-- So neither order nor repetition of messages changes what an analyst sees.

create table warning (
  warning_id   text not null,
  revision     int not null,
  case_id      text not null,
  lane         text not null,
  pattern      text not null,
  grade        smallint not null,
  tier         smallint not null,
  owner        text not null,
  subject      text not null,
  event_time   timestamptz not null,
  detected_at  timestamptz not null,
  amount_minor bigint,
  region       text,
  reason_zh    text not null,
  reason_en    text not null,
  body         jsonb not null,
  stored_at    timestamptz not null default now(),
  primary key (warning_id, revision)
);
create index warning_of_case on warning (case_id, revision desc);
create index warning_of_subject on warning (subject);

create table case_change (
  case_id    text not null,
  revision   int not null,
  person     text not null,
  state      text not null,
  grade      smallint not null,
  tier       smallint not null,
  opened_at  timestamptz not null,
  changed_at timestamptz not null,
  because    text not null,
  conclusion text,
  stored_at  timestamptz not null default now(),
  primary key (case_id, revision)
);

-- A task carries no revision. Its changes have an order of their own: attempts count up, colours
-- only deepen, and what is closed stays closed; told_order (the place in its partition) decides between equals.
create table task_change (
  task_id    text not null,
  case_id    text not null,
  kind       text not null,
  unit       text,
  state      text not null,
  attempt    int not null,
  overdue    smallint not null,
  created_at timestamptz not null,
  due_at     timestamptz not null,
  told_at    timestamptz not null,
  told_order bigint not null,
  closed     boolean generated always as (state <> 'OPEN') stored,
  primary key (task_id, state, attempt, overdue, due_at)
);
create index task_change_of_case on task_change (case_id, task_id);

create view task_now as
  select distinct on (case_id, task_id) *
  from task_change
  order by case_id, task_id, closed desc, attempt desc, overdue desc, told_order desc;

create table advice_change (
  advice_id  text not null,
  state      text not null,
  changed_at timestamptz not null,
  warning_id text not null,
  body       jsonb not null,
  primary key (advice_id, state, changed_at)
);
create index advice_change_of_warning on advice_change (warning_id);

create table outcome (
  source     text not null,
  event_id   text not null,
  case_id    text,
  person     text,
  event_time timestamptz not null,
  officer    text,
  body       jsonb not null,
  stored_at  timestamptz not null default now(),
  primary key (source, event_id)
);
create index outcome_of_case on outcome (case_id, event_time);
create index outcome_of_person on outcome (person, event_time);

-- One row for every refused record, without the record itself: it may hold personal data.
create table rejected_record (
  stream      text not null,
  position    text not null,
  reason_code text not null,
  source      text not null,
  stored_at   timestamptz not null default now(),
  primary key (stream, position, reason_code)
);
create table rejected_count (
  source      text not null,
  stream      text not null,
  reason_code text not null,
  records     bigint not null,
  last_at     timestamptz not null,
  primary key (source, stream, reason_code)
);

-- What the list shows: one row a case, whichever stream told of it first.
create table case_card (
  case_id      text primary key,
  owner        text,
  state        text,
  revision     int not null,
  grade        smallint not null,
  tier         smallint not null,
  opened_at    timestamptz not null,
  changed_at   timestamptz not null,
  conclusion   text,
  warnings     int not null,
  lane         text,
  pattern      text,
  reason_zh    text,
  reason_en    text,
  amount_minor bigint,
  region       text,
  next_task    text,
  next_due     timestamptz,
  overdue      smallint not null,
  closed       boolean not null
);
-- The order of the list: the gravest first, then the most overdue, then what is due next.
create index case_card_by_urgency
  on case_card (closed, grade desc, overdue desc, next_due asc nulls last, opened_at desc, case_id);
create index case_card_of_owner on case_card (owner);
