#!/bin/sh
set -e
echo 'Migrating'
node migrate.js
exec -- "$@"
