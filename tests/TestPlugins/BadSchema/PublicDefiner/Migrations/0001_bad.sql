create function bad_schema.f() returns int language sql security definer
    set search_path = bad_schema, pg_temp as 'select 1';
grant execute on function bad_schema.f() to public;
