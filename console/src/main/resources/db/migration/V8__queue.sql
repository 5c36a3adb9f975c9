-- What the rule breaker holds back and outcomes no case can use, as told on dissuasion.queue.v1; the last word on each.
create table queue_line (
  held_id     text primary key,
  kind        text not null,
  state       text not null,
  case_id     text,
  pattern     text,
  grade       text,
  source      text,
  event_id    text,
  reason_code text not null,
  reason      text not null,
  changed_at  timestamptz not null,
  recent      bigint,
  usual       bigint,
  goes_on_at  timestamptz,
  held_at     timestamptz,
  stored_at   timestamptz not null default now()
);
create index queue_held on queue_line (pattern, held_at) where state = 'HELD';
create index queue_unmatched on queue_line (changed_at desc) where state = 'UNMATCHED';
create index queue_by_age on queue_line (stored_at);
