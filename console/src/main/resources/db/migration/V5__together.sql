-- What cases may share: accounts and phones that their warnings, advice and outcomes name.
create table case_token (
  case_id text not null,
  token   text not null,
  kind    text not null check (kind in ('ACCOUNT', 'PHONE')),
  primary key (case_id, token)
);
create index case_token_by_token on case_token (token);

-- What was told before this version.
insert into case_token (case_id, token, kind)
select case_id, subject, body ->> 'subjectKind' from warning
where body ->> 'subjectKind' in ('ACCOUNT', 'PHONE')
union
select w.case_id, a ->> 'account', 'ACCOUNT'
from warning w, jsonb_array_elements(coalesce(w.body -> 'advice', '[]'::jsonb)) a
where a ->> 'account' is not null
union
select w.case_id, a ->> 'phone', 'PHONE'
from warning w, jsonb_array_elements(coalesce(w.body -> 'advice', '[]'::jsonb)) a
where a ->> 'phone' is not null
on conflict do nothing;

-- The newest word on each cluster: who belongs together by what the desk does not see itself, such
-- as a device or the phone given as a contact.
create table link_member (
  link_id   text not null,
  revision  int not null,
  subject   text not null,
  because   text not null,
  stored_at timestamptz not null default now(),
  primary key (link_id, subject)
);
create index link_member_by_subject on link_member (subject);
