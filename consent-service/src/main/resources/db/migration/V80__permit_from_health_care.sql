-- The permit from health care to social care (act 703/2023 53 § 2): it says whom and what it covers too (decree 457/2024 25 § 1).
alter table permit
  drop constraint permit_kind_check,
  drop constraint targets_fit,
  add constraint permit_kind_check check (kind in ('SOCIAL_CARE', 'SOCIAL_TO_HEALTH', 'HEALTH_TO_SOCIAL')),
  add constraint targets_fit check (
    jsonb_typeof(targets) = 'array'
      and (jsonb_array_length(targets) > 0) = (kind <> 'SOCIAL_CARE' and state = 'GIVEN'));
