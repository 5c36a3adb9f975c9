-- What the newest word on each fund trace says can still be stopped, for the leads of the day.
create table trace (
  link_id   text primary key,
  revision  int not null,
  accounts  text[] not null,
  amounts   bigint[] not null,
  stored_at timestamptz not null default now()
);
create index trace_by_account on trace using gin (accounts);
create index trace_by_age on trace (stored_at);
