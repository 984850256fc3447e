create function bad_schema.f() returns int language sql security definer as 'select 1';
