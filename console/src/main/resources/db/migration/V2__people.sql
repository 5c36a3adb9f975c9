create table desk_user (
  name          text primary key,
  password_hash text not null,
  role          text not null check (role in ('ANALYST', 'SUPERVISOR')),
  active        boolean not null default true,
  created_at    timestamptz not null default now()
);

-- Only hashes of session tokens: who reads the table cannot take over a session.
create table desk_session (
  token_hash bytea primary key,
  user_name  text not null references desk_user (name),
  csrf       text not null,
  started_at timestamptz not null,
  seen_at    timestamptz not null
);
create index desk_session_of_user on desk_session (user_name);

create table sign_in_attempt (
  id        bigint generated always as identity primary key,
  at        timestamptz not null default now(),
  user_name text not null,
  address   text not null,
  succeeded boolean not null
);
create index sign_in_attempt_by_user on sign_in_attempt (user_name, at);
create index sign_in_attempt_by_address on sign_in_attempt (address, at);

-- Who saw or did what to which case. Rows can be added and read, nothing else.
create table access_log (
  id        bigint generated always as identity primary key,
  at        timestamptz not null default now(),
  user_name text not null,
  action    text not null,
  case_id   text
);
create index access_log_of_case on access_log (case_id, at desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'access_log is append-only';
end $$;
create trigger access_log_append_only before update or delete on access_log
  for each row execute function refuse_change();
create trigger access_log_no_truncate before truncate on access_log
  for each statement execute function refuse_change();

create table api_key (
  key_hash   bytea primary key,
  source     text not null,
  created_at timestamptz not null default now(),
  created_by text not null,
  revoked_at timestamptz
);
