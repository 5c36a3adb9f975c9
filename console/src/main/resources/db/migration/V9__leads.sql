-- The daily list of leads asks for a day's warnings of suspected mules and risky openings, and for all of the same persons.
create index warning_of_lead_by_day on warning (detected_at) where lane in ('MULE', 'OPENING');
create index warning_of_lead_by_owner on warning (owner) where lane in ('MULE', 'OPENING');
create index warning_of_victim on warning (owner) where lane = 'VICTIM';
