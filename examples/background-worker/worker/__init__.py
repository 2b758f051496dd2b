"""A background worker: takes jobs from a queue in Redis, one at a time, and never drops one."""
