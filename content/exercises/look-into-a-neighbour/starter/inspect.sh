#!/bin/sh
set -eu

# The container "web" runs. It has neither a shell nor wget.
docker run --rm busybox:1.37 wget -qO- http://web:8080/health
