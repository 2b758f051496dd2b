#!/bin/sh
set -eu

docker run --rm --network container:web --pid container:web busybox:1.37 \
  sh -c 'wget -qO- http://127.0.0.1:8080/health; ps'
