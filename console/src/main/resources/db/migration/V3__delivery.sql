-- What has to be sent to a person, written in the transaction that stores its task (an outbox): a task
-- that is stored is a message that will be sent, whatever is killed in between.
create table delivery (
  task_id    text not null,
  attempt    int not null,
  case_id    text not null,
  person     text not null,
  kind       text not null check (kind in ('SMS', 'CALL')),
  -- WAITING: to be sent; while somebody sends it, next_at is when it is anybody's again.
  -- ACCEPTED: the channel has it, a report follows; next_at is when none is expected any more.
  state      text not null check (state in ('WAITING', 'ACCEPTED', 'DONE', 'DEAD', 'CANCELLED')),
  tries      int not null default 0,
  created_at timestamptz not null,
  due_at     timestamptz not null,
  next_at    timestamptz not null,
  channel    text,
  reference  text,
  result     text,
  problem    text,
  changed_at timestamptz not null,
  told_at    timestamptz,
  primary key (task_id, attempt)
);
create index delivery_to_send on delivery (next_at) where state in ('WAITING', 'ACCEPTED');
create index delivery_untold on delivery (changed_at) where result is not null and told_at is null;
create index delivery_by_reference on delivery (channel, reference) where reference is not null;
create index delivery_of_case on delivery (case_id);
create index delivery_by_change on delivery (changed_at desc);
