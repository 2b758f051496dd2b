#!/bin/sh
set -eu

docker run --rm --net=container:web busybox:1.37 wget -qO- http://localhost:8080/health
docker run --rm --pid=container:web busybox:1.37 ps
