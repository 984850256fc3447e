create function bad_schema.f() returns uuid language sql immutable as 'select core.company_id()';
