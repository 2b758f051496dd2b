#!/bin/bash
set -e
node migrate.js
exec "$@"
