-- Sequences that were complete and made no warning, as told on not-warned.v1: why was there no warning?
create table hold (
  held_id    text primary key,
  owner      text not null,
  subject    text not null,
  pattern    text not null,
  reason     text not null,
  event_time timestamptz not null,
  body       jsonb not null,
  stored_at  timestamptz not null default now()
);
create index hold_of_owner on hold (owner, event_time desc);
create index hold_of_subject on hold (subject, event_time desc);
create index hold_by_age on hold (stored_at);
